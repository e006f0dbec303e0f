"""Which styles of a workbook show a percent, also where its tags bear a prefix."""

import pytest

from lokmin_data.reading.opening.percent_cells import percent_styles

OWN = '<{p}numFmts count="2"><{p}numFmt numFmtId="164" formatCode="0.0%"/><{p}numFmt numFmtId="165" formatCode="0&quot;%&quot;"/></{p}numFmts>'
CELLS = '<{p}cellStyleXfs><{p}xf numFmtId="9"/></{p}cellStyleXfs><{p}cellXfs count="4">{xfs}</{p}cellXfs><{p}cellStyles/>'


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_percent_formats_are_found_among_the_styles_of_cells(prefix: str) -> None:
    xfs = "".join(f'<{prefix}xf numFmtId="{number}" fontId="1"/>' for number in (0, 9, 164, 165, 10))
    styles = f"<styleSheet>{OWN}{CELLS}</styleSheet>".replace("{p}", prefix).replace("{xfs}", xfs)
    assert percent_styles(styles.encode()) == {1, 2, 4}


def test_styles_without_a_percent_need_no_closer_look() -> None:
    styles = f"<styleSheet>{CELLS}</styleSheet>".replace("{p}", "").replace("{xfs}", '<xf numFmtId="0"/><xf/>')
    assert percent_styles(styles.encode()) == frozenset()


def test_a_style_without_a_format_counts_among_the_others() -> None:
    styles = f"<styleSheet>{CELLS}</styleSheet>".replace("{p}", "").replace("{xfs}", '<xf fontId="1"/><xf numFmtId="10"/>')
    assert percent_styles(styles.encode()) == {1}
