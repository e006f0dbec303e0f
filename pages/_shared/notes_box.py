"""A text box that saves while one types: what the server has not yet acknowledged stays in the browser.

The draft is removed from the browser as soon as the server says that the same text is stored, so that
nothing of a meeting remains on a shared computer.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import streamlit as st

_HTML = """
<label class="label"></label>
<textarea spellcheck="false"></textarea>
<div class="status" role="status" aria-live="polite"></div>
"""

_CSS = """
:host,.label,textarea,.status{font-family:var(--st-font);color:#1A1A1A}
.label{display:block;font-size:1rem;margin-bottom:6px}
textarea{width:100%;box-sizing:border-box;font-size:1.1rem;line-height:1.5;border:1.5px solid #333;border-radius:4px;
 padding:10px;background:#fff;resize:vertical}
textarea:focus-visible{outline:3px solid var(--st-primary-color);outline-offset:1px}
.status{font-size:.9rem;color:#4A4A4A;min-height:1.5em;margin-top:4px}
"""

_JS = """
const instances = new WeakMap()
const WAIT = 700
const AGAIN = 4000  // what was sent to a server that was away is sent again
export default function (component) {
  const { data, parentElement, setStateValue } = component
  const box = parentElement.querySelector("textarea")
  const status = parentElement.querySelector(".status")
  parentElement.querySelector(".label").textContent = data.label
  box.setAttribute("aria-label", data.label)
  box.style.minHeight = data.height + "px"
  box.disabled = !data.writable
  const drawer = "lokmin:" + data.place
  const draft = () => { try { return localStorage.getItem(drawer) } catch { return null } }
  const keep = text => { try { localStorage.setItem(drawer, text) } catch { status.textContent = "Peramban tidak dapat menyimpan cadangan." } }
  const drop = () => { try { localStorage.removeItem(drawer) } catch { status.textContent = "" } }
  let me = instances.get(parentElement)
  const send = () => { me.sent = box.value; setStateValue("text", JSON.stringify({ text: box.value, stamp: Date.now() })) }
  if (!me || me.place !== data.place || me.force !== data.force) {
    if (me) { clearTimeout(me.timer); clearInterval(me.again) }
    const fresh = !me || me.place !== data.place
    me = { place: data.place, force: data.force, timer: 0, sent: null }
    me.again = setInterval(() => { if (me.open && box.value !== me.stored) me.send() }, AGAIN)
    instances.set(parentElement, me)
    const left = fresh ? draft() : null
    box.value = left !== null ? left : data.text
    if (left !== null && left !== data.text && data.writable) {
      status.textContent = "Ketikan yang belum sempat tersimpan dipulihkan."
      me.timer = setTimeout(send, 50)
    }
  }
  Object.assign(me, { send, stored: data.stored, open: data.writable && !data.note })
  if (data.stored === box.value) {
    drop()
    if (data.saved_at) status.textContent = "Tersimpan " + data.saved_at
  } else if (data.note) status.textContent = data.note
  box.oninput = () => {
    keep(box.value)
    status.textContent = "Menyimpan…"
    clearTimeout(me.timer)
    me.timer = setTimeout(send, WAIT)
  }
  box.onblur = () => { if (box.value !== data.stored && box.value !== me.sent) { clearTimeout(me.timer); send() } }
  return () => {
    clearTimeout(me.timer)
    clearInterval(me.again)
    if (draft() !== null && me.sent !== box.value) send()
    instances.delete(parentElement)
  }
}
"""

_BOX = st.components.v2.component("lokmin_kotak_notulen", html=_HTML, css=_CSS, js=_JS)


@dataclass(frozen=True)
class Typed:
    """What the browser sent: the whole text, and a stamp that tells one sending from the next."""

    text: str
    stamp: int


def notes_box(
    label: str, *, place: str, stored: str, saved_at: str = "", note: str = "", force: int = 0, height: int = 360,
    writable: bool = True, key: str,
) -> Typed | None:  # fmt: skip
    """The box with the stored text; returns what was typed since, or None.

    `place` names the document (the browser's draft is kept under it); `force` changes where the server's
    text must replace what the box shows.
    """
    result = _BOX(
        key=key,
        data={"label": label, "place": place, "text": stored, "stored": stored, "saved_at": saved_at, "note": note,
              "force": force, "height": height, "writable": writable},
        on_text_change=lambda: None,
    )  # fmt: skip
    if not isinstance(result.text, str):
        return None
    sent = json.loads(result.text)
    return Typed(str(sent.get("text", "")), int(sent.get("stamp", 0)))
