"""The edge of a printed page: a name, whatever it holds, stays a text of the style sheet."""

from __future__ import annotations

from pages._shared.layout import print_edge


def test_a_name_cannot_leave_the_text_it_stands_in() -> None:
    style = print_edge('Puskesmas "A" }</style><script>')
    assert "<" not in style and 'content: "Puskesmas \\22 A\\22  \\7d \\3c ' in style
    assert style.count("{") == style.count("}") == 4
