"""How much memory an opening process takes: the cap that holds on every system, also where none can be set beforehand."""

from __future__ import annotations

from contextlib import suppress


def memory_of(process_id: int) -> int:
    """Bytes in memory of a process and of the children that it forked; 0 where it has ended."""
    import psutil  # loaded when the first file takes long: most are read before anybody looks

    total = 0
    with suppress(psutil.Error):  # it ended while we looked
        process = psutil.Process(process_id)
        for each in (process, *process.children()):
            with suppress(psutil.Error):
                total += int(each.memory_info().rss)
    return total
