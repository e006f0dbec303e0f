// The tour of the first visit: which step is shown stands at the root element (data-tur), seen or not in this browser's storage.
(() => {
  if (window.__lokmin_tur) return;
  window.__lokmin_tur = 1;
  const root = document.documentElement, KEY = "lokmin_perkenalan";
  const remember = value => { try { localStorage.setItem(KEY, value); } catch (_) { window.__lokmin_tur_seen = value; } };
  const seen = () => { try { return localStorage.getItem(KEY); } catch (_) { return window.__lokmin_tur_seen; } };
  const last = () => Number(document.querySelector(".lk-tur")?.dataset.banyak || 1);
  const show = step => { step ? root.dataset.tur = String(step) : delete root.dataset.tur; };
  const close = () => { remember("sudah"); show(0); };
  if (seen() !== "sudah") show(1);
  document.addEventListener("click", event => {
    const what = event.target.closest && event.target.closest("[data-tur]:not(html)")?.dataset.tur;
    if (!what) return;
    const now = Number(root.dataset.tur || 1);
    if (what === "tutup") close();
    else if (what === "mundur") show(Math.max(1, now - 1));
    else if (what === "maju") now >= last() ? close() : show(now + 1);
    else if (what === "ulang") { remember(""); show(1); window.scrollTo(0, 0); }
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && root.dataset.tur && event.target.closest && event.target.closest(".lk-tur")) close();
  });
})();
