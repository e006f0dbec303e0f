"""Start Dasbor Lokmin: `python jalankan.py` (on macOS and Linux: `python3 jalankan.py`).

The first start makes `.venv` and installs the pinned requirements; later starts go straight to the app.
This file keeps to words that any old Python understands, so that an old Python can be told what it lacks.
"""

import sys

PYTHON_TERENDAH = (3, 11)


def main():
    """Hand over to the launcher, or say which Python is needed; the exit code of the app."""
    if sys.version_info < PYTHON_TERENDAH:
        sys.stderr.write(
            "Dasbor Lokmin memerlukan Python 3.11 atau yang lebih baru; yang terpasang %d.%d.\n"
            "Unduh Python terbaru dari python.org, pasang, lalu jalankan perintah ini sekali lagi.\n" % sys.version_info[:2]
        )
        return 2
    from alat import peluncur

    return peluncur.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
