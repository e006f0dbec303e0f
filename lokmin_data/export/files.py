"""Writing documents to disk: complete or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from lokmin_data.model import LokminError


def write_atomically(path: str | os.PathLike[str], data: bytes) -> None:
    """Write the bytes beside the target and rename them into place, so that nobody ever sees half a document.

    Raises LokminError where the folder does not exist or may not be written to.
    """
    target = Path(path)
    temporary = ""
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
            temporary = file.name
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, target)
    except OSError as error:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)
        reason = error.strerror or str(error)
        raise LokminError(
            f"Dokumen tidak dapat ditulis ke '{target}': {reason}. Periksa folder dan izin menulisnya."
        ) from error
