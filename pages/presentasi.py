"""Mode presentasi: choose and order the slides, then show them full screen, by keys alone."""

from pages._shared.meeting_data import choose_kind, load_meeting
from pages._shared.presenting import is_running, prepare, present
from pages._shared.session import need_scope

at = need_scope()
if is_running():
    present(at)
else:
    kind = choose_kind()
    prepare(load_meeting(at, kind))
