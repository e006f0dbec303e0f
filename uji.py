"""Set up and run the tests: `python uji.py` (on macOS and Linux: `python3 uji.py`).

Anything after the command goes to pytest: `python uji.py tests/analysis -x`.  `--gaya` checks the style instead.
This file keeps to words that any old Python understands, so that an old Python can be told what it lacks.
"""

import sys

PYTHON_TERENDAH = (3, 11)


def main():
    """Hand over to the test runner, or say which Python is needed; the exit code of the tests."""
    if sys.version_info < PYTHON_TERENDAH:
        sys.stderr.write(
            "Pengujian memerlukan Python 3.11 atau yang lebih baru; yang terpasang %d.%d.\n" % sys.version_info[:2]
        )
        return 2
    from alat import penguji

    return penguji.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
