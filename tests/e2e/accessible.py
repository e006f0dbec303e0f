"""What an engine for accessibility (axe-core) says about a page as it stands in the browser."""

from __future__ import annotations

from importlib.resources import files

from tests.e2e.driver import App
from tests.test_bahasa import english_in

#: What counts: these harm somebody; "minor" is taste, and in Streamlit's own uploader.
HARMFUL = frozenset({"moderate", "serious", "critical"})
MENU = "[data-testid=stSidebar]"
#: Colours of words inside a figure are those of tests/test_wording.py; its name and text alternative are asked for below.
FIGURES = ".js-plotly-plot"
#: Streamlit's own markup, which the app cannot change: (rule, part of the element's HTML, why it is left).
STREAMLITS_OWN = (
    ("list", "stSidebarNavItems", "Streamlit wraps each group of its menu in a div inside the list; the links keep their names"),
    ("listitem", "<li class=\"st-emotion", "the items of these groups: same cause"),
)  # fmt: skip
#: What was stale a moment ago still fades in, and a colour on its way is nobody's colour; what moves without end is left.
RUN = """async leave => {
  const fades = document.getAnimations().filter(each => each.effect.getComputedTiming().endTime !== Infinity)
  await Promise.allSettled(fades.map(each => each.finished))
  const found = await axe.run({ include: document, exclude: leave.map(each => [each]) }, { resultTypes: ["violations"] })
  return found.violations.flatMap(rule => rule.nodes.map(node => [rule.impact, rule.id, node.html, node.failureSummary]))
}"""
NAMES = """() => [...document.querySelectorAll("[aria-label],[title],[placeholder],[alt]")].filter(each => !each.closest(".js-plotly-plot"))
  .flatMap(each => ["aria-label", "title", "placeholder", "alt"].map(kind => each.getAttribute(kind)).filter(Boolean))"""
#: Without a number in its name a chart does not tell what it shows.
SILENT_CHARTS = """() => [...document.querySelectorAll(".js-plotly-plot")].map(chart => chart.closest("[role=figure],[role=img]"))
  .map(named => named ? named.getAttribute("aria-label") || "" : "").filter(name => !/\\d/.test(name))"""


def violations(app: App, *, menu: bool = False) -> list[str]:
    """What harms people on this page and is ours; empty where nothing does.  `menu`: look at the menu too (the same everywhere)."""
    page = app.settled().page
    if not page.evaluate("!!window.axe"):
        page.add_script_tag(content=files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate(RUN, [FIGURES] if menu else [FIGURES, MENU])
    ours = [row for row in found if row[0] in HARMFUL and not any(row[1] == rule and part in row[2] for rule, part, _ in STREAMLITS_OWN)]
    return [f"{impact} {rule}: {html[:160]} {why[:240]}" for impact, rule, html, why in ours]


def silent(app: App) -> list[str]:
    """The names of charts that tell no number, and the English names of buttons and fields, which only a screen reader says."""
    names = [f"{name} {english_in(name)}" for name in app.page.evaluate(NAMES) if english_in(name)]
    return [f"grafik: {name}" for name in app.page.evaluate(SILENT_CHARTS)] + names
