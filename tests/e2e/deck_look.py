"""Looking at slides as the audience does: sizes of letters, what is outside the window, cut off, scrolled or overlapping."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from playwright.sync_api import Page

from lokmin_data.meeting.deck import build_slides
from lokmin_data.meeting.paging import Canvas
from pages._shared.slide_html import slide_html
from tests.export.conftest import Work, work_of
from tests.meeting.lokmin_samples import LONG_NAMES, MANY_CODES, panel_of

SMALLEST_TEXT, SMALLEST_TITLE = 28, 40
#: Puts one slide after the other in the place of the one that is shown, says what is wrong with each, puts that one back.
LOOK = """([htmls, smallest, title]) => {
  const before = document.querySelector('.lt')
  const found = htmls.map(html => {
  const holder = document.createElement('div')
  holder.innerHTML = html
  document.querySelector('.lt').replaceWith(holder.querySelector('.lt'))
  const slide = document.querySelector('.lt'), body = slide.querySelector('.isi'), wrong = []
  const bar = document.querySelector('.st-key-kendali').getBoundingClientRect().top
  const walk = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT), boxes = []
  while (walk.nextNode()) {
    const node = walk.currentNode, at = node.parentElement, text = node.textContent.trim().slice(0, 50)
    if (!text) continue
    if (parseFloat(getComputedStyle(at).fontSize) < smallest) wrong.push('kecil: ' + text)
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) {
      if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > bar + 2) wrong.push('di luar layar: ' + text)
      boxes.push([box, text, node])
    }
  }
  for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
    const [a, one, here] = boxes[i], [b, two, there] = boxes[j]
    const over = Math.min(a.right, b.right) - Math.max(a.left, b.left), under = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
    if (here !== there && over > 2 && under > 0.35 * Math.min(a.height, b.height)) wrong.push('bertumpuk: ' + one + ' / ' + two)
  }
  if (parseFloat(getComputedStyle(slide.querySelector('h1')).fontSize) < title) wrong.push('judul kecil')
  if (body && body.scrollHeight - body.clientHeight > 1) wrong.push('tergulung ' + (body.scrollHeight - body.clientHeight))
  if (body && body.scrollWidth > body.clientWidth + 1) wrong.push('terpotong ke samping')
  return wrong.length ? slide.querySelector('h1').textContent + ': ' + wrong.slice(0, 4).join('; ') : ''
  }).filter(found => found)
  document.querySelector('.lt').replaceWith(before)
  return found
}"""


@cache
def _hard_meetings() -> list[Work]:
    """25 desa with long names, 40 problems, none, one programme, no report at all."""
    panels = (
        panel_of(tuple(f"{name} {number}" for number in range(5) for name in LONG_NAMES)), panel_of(codes=MANY_CODES, factor=0.3),
        panel_of(factor=4.0), panel_of(codes=("idl",)), panel_of(codes=()),
    )  # fmt: skip
    return [work_of(panel, contoh=True) for panel in panels]


def hard_decks(canvas: Canvas) -> list[str]:
    """Slides of five meetings that are hard to show, as the presentation draws them."""
    decks = [
        build_slides(one.agenda, one.assessments, one.ranking, one.meta, follow=one.follow, rtl=one.follow, canvas=canvas)
        for one in _hard_meetings()
    ]
    return [slide_html(slide, canvas) for deck in decks for slide in deck]


def faults(page: Page, htmls: Iterable[str]) -> list[str]:
    """What is wrong with the slides on this page of the presentation, one line a slide; empty where all are well."""
    return page.evaluate(LOOK, [list(htmls), SMALLEST_TEXT, SMALLEST_TITLE])
