"""The keys of the presentation: a bar with counter and jump list that turns keys into a slide number.

The browser keeps the number itself and sends it whole, not as steps: keys that are pressed faster than the
server draws are never lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

_HTML = """
<div class="bar" role="toolbar" aria-label="Kendali presentasi">
  <button type="button" class="prev" aria-label="Salindia sebelumnya">&#9664;</button>
  <span class="count" aria-live="polite"></span>
  <button type="button" class="next" aria-label="Salindia berikutnya">&#9654;</button>
  <select class="jump" aria-label="Lompat ke salindia"></select>
  <span class="space"></span>
  <button type="button" class="open"></button>
  <button type="button" class="notes"></button>
  <button type="button" class="full">Penuh (F)</button>
  <button type="button" class="leave">Keluar (Esc)</button>
</div>
"""

_CSS = """
.bar{display:flex;gap:10px;align-items:center;flex-wrap:nowrap;font-family:var(--st-font);font-size:28px;line-height:1.2;color:#1A1A1A;box-sizing:border-box;height:54px;
 border-top:2px solid #333;padding:4px 14px;background:#fff}
button,select{font:inherit;background:#fff;color:#1A1A1A;border:1.5px solid #333;border-radius:4px;padding:2px 12px;cursor:pointer;white-space:nowrap}
button:focus-visible,select:focus-visible{outline:3px solid var(--st-primary-color);outline-offset:1px}
.count{min-width:4.6em;text-align:center;font-weight:600;font-variant-numeric:tabular-nums}
.jump{flex:0 1 18em;min-width:0;text-overflow:ellipsis}.space{flex:1 1 0}
[hidden]{display:none}
@media (max-width:1500px){.full{display:none}}@media (max-width:1200px){.open{display:none}.jump{flex-basis:8em}}
"""

_JS = """
const instances = new WeakMap()
const typing = e => {
  const at = e.composedPath()[0]
  return at && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName || ""))
}
export default function (component) {
  const { data, parentElement, setStateValue, setTriggerValue } = component
  const find = name => parentElement.querySelector("." + name)
  let me = instances.get(parentElement)
  if (!me) { me = { now: data.slide, visit: data.visit }; instances.set(parentElement, me) }
  if (me.visit !== data.visit) { me.visit = data.visit; me.now = data.slide }
  me.titles = data.titles || []
  me.links = data.links || []
  const last = () => Math.max(me.titles.length - 1, 0)
  const show = () => {
    find("count").textContent = (me.now + 1) + " / " + me.titles.length
    find("jump").value = String(me.now)
    find("prev").disabled = me.now === 0
    find("next").disabled = me.now === last()
    const link = (me.links || [])[me.now] || { href: "", text: "" }
    find("open").textContent = link.text + " (B)"
    find("open").hidden = !link.href
  }
  const go = to => {
    const next = Math.min(Math.max(to, 0), last())
    if (next === me.now) return
    me.now = next
    show()
    setStateValue("slide", me.visit + "|" + next)
  }
  const shape = () => {
    const em = Math.max(28, Math.min(innerWidth * 0.0205, innerHeight * 0.0365))
    const wide = innerWidth * (data.notes ? 0.685 : 1) - innerWidth * 0.052
    const tenths = px => Math.floor(px / em * 10) / 10
    return tenths(wide) + "x" + tenths(innerHeight - 54)
  }
  const measure = () => { if (shape() !== data.shape) setStateValue("shape", shape()) }
  const body = () => document.querySelector(".lt .isi")
  const ahead = () => {
    const b = body()
    if (b && b.scrollTop + b.clientHeight < b.scrollHeight - 4) b.scrollBy(0, b.clientHeight * 0.85)
    else go(me.now + 1)
  }
  const back = () => {
    const b = body()
    if (b && b.scrollTop > 4) b.scrollBy(0, -b.clientHeight * 0.85)
    else go(me.now - 1)
  }
  const full = () => {
    if (document.fullscreenElement) document.exitFullscreen()
    else if (document.documentElement.requestFullscreen) document.documentElement.requestFullscreen().catch(() => undefined)
  }
  const leave = () => { if (document.fullscreenElement) document.exitFullscreen(); setTriggerValue("leave", true) }
  const list = find("jump")
  const signature = me.titles.join("\\n")
  if (list.dataset.signature !== signature) {
    list.replaceChildren(...me.titles.map((title, i) => {
      const option = document.createElement("option")
      option.value = String(i)
      option.textContent = (i + 1) + ". " + title
      return option
    }))
    list.dataset.signature = signature
  }
  find("bar").dataset.shape = data.shape
  find("notes").textContent = data.notes ? "Tutup (N)" : "Notulen (N)"
  find("prev").onclick = () => go(me.now - 1)
  find("next").onclick = () => go(me.now + 1)
  list.onchange = () => { go(Number(list.value)); list.blur() }
  find("full").onclick = full
  find("leave").onclick = leave
  const visit = href => {
    const to = new URL(href, location.href)
    const kept = new URLSearchParams(location.search)
    kept.delete("tayang"); kept.delete("salindia")
    for (const [key, value] of to.searchParams) kept.set(key, value)
    to.search = kept.toString()
    history.pushState({}, "", to.href)
    dispatchEvent(new PopStateEvent("popstate", { state: {} }))
  }
  const open = () => { const link = me.links[me.now]; if (link && link.href) visit(link.href) }
  const follow = e => {
    const a = e.target.closest && e.target.closest(".lt a.buka")
    if (!a || e.ctrlKey || e.metaKey || e.shiftKey || e.button) return
    e.preventDefault()
    visit(a.getAttribute("href"))
  }
  find("open").onclick = open
  const notes = () => setTriggerValue("notes", true)
  find("notes").onclick = notes
  const keys = {
    ArrowRight: ahead, ArrowDown: ahead, PageDown: ahead, " ": ahead, Enter: ahead,
    ArrowLeft: back, ArrowUp: back, PageUp: back, Backspace: back, Home: () => go(0), End: () => go(last()),
    Escape: leave, f: full, F: full, F5: full, n: notes, N: notes, b: open, B: open,
  }
  const press = e => {
    if (e.ctrlKey || e.metaKey || e.altKey || typing(e) || !keys[e.key]) return
    if ((e.key === "Enter" || e.key === " ") && /^(BUTTON|A)$/.test(e.composedPath()[0].tagName)) return
    e.preventDefault()
    e.stopPropagation()
    keys[e.key]()
  }
  const resized = () => { clearTimeout(me.waiting); me.waiting = setTimeout(measure, 300) }
  const forget = () => {
    if (me.press) document.removeEventListener("keydown", me.press, true)
    if (me.follow) document.removeEventListener("click", me.follow)
    if (me.resized) removeEventListener("resize", me.resized)
    clearTimeout(me.waiting)
  }
  forget()
  Object.assign(me, { press, follow, resized })
  document.addEventListener("keydown", press, true)
  document.addEventListener("click", follow)
  addEventListener("resize", resized)
  show()
  measure()
  return () => { forget(); instances.delete(parentElement) }
}
"""

_BAR = st.components.v2.component("lokmin_kendali_presentasi", html=_HTML, css=_CSS, js=_JS)


@dataclass(frozen=True)
class Pressed:
    """What the browser said: the slide now (from 0), leaving, switching the notulen, and the room for a slide in ems."""

    slide: int
    leave: bool
    notes: bool
    shape: str


def presenter_bar(
    titles: Sequence[str], *, slide: int, visit: str, notes: bool, shape: str, links: Sequence[dict[str, str]] = (), key: str
) -> Pressed:  # fmt: skip
    """Draw the bar for these slides.

    `slide` is where to begin; it counts again only when `visit` changes, so that the server never turns
    the browser back to a slide it has already left, and a number of an earlier visit counts no more.  `links`: for
    each slide the page behind it (href, text); the browser's own 'back' returns to the slide.
    """
    result = _BAR(
        key=key,
        data={"titles": list(titles), "slide": slide, "visit": visit, "notes": notes, "shape": shape, "links": list(links)},
        on_slide_change=lambda: None,
        on_shape_change=lambda: None,
        on_leave_change=lambda: None,
        on_notes_change=lambda: None,
    )
    of, _, number = result.slide.rpartition("|") if isinstance(result.slide, str) else ("", "", "")
    now = int(number) if of == visit and number.isdigit() else slide
    found = result.shape if isinstance(result.shape, str) else shape
    return Pressed(min(max(now, 0), max(len(titles) - 1, 0)), bool(result.leave), bool(result.notes), found)
