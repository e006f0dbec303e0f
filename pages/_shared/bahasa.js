// Streamlit has no translations: its own words are put into Indonesian as they appear. Also the links between
// pages: a plain link would reload the browser and end the session; a click is handed to Streamlit's own router.
(() => {
  if (window.__lokmin) return;
  window.__lokmin = 1;
  document.documentElement.lang = "id";
  const WORDS = {
    "Upload": "Pilih berkas", "Drag and drop file here": "Seret berkas ke sini", "Drag and drop files here": "Seret berkas ke sini",
    "Browse files": "Pilih berkas", "Choose an option": "Pilih", "Choose options": "Pilih", "No results": "Tidak ada hasil",
    "Running...": "Memproses…", "Stop": "Hentikan", "Skip to main content": "Langsung ke isi", "Select all": "Pilih semua",
    "No options to select": "Tidak ada pilihan", "Search": "Cari", "Press Enter to apply": "Tekan Enter untuk memakai",
    "Press Enter to submit form": "Tekan Enter untuk mengirim", "Press ⌘+Enter to apply": "Tekan ⌘+Enter untuk memakai",
    "Press Ctrl+Enter to apply": "Tekan Ctrl+Enter untuk memakai", "empty": "kosong", "Clear": "Kosongkan", "Close": "Tutup",
    "Connection error": "Sambungan terputus", "Connecting": "Menyambung", "Rerun": "Muat ulang", "Settings": "Setelan",
    "Print": "Cetak", "Clear cache": "Kosongkan singgahan", "View more": "Lihat semua", "View less": "Ringkas",
    "Page not found": "Halaman tidak ditemukan", "Sort ascending": "Urutkan naik", "Sort descending": "Urutkan turun",
    "Autosize": "Sesuaikan lebar", "Pin column": "Sematkan kolom", "Unpin column": "Lepaskan kolom", "Hide column": "Sembunyikan kolom",
    "Format": "Format", "Add row": "Tambah baris", "Delete row(s)": "Hapus baris", "Add value": "Tambah", "Loading...": "Memuat…",
    "You must log in": "Silakan masuk", "Is Streamlit still running?": "Server Dasbor Lokmin tidak menjawab."
  };
  const TITLES = {
    "Fullscreen": "Layar penuh", "Close fullscreen": "Keluar dari layar penuh", "Download as CSV": "Unduh sebagai CSV",
    "Search": "Cari", "Show/hide columns": "Tampilkan/sembunyikan kolom", "Open sidebar": "Buka menu", "Close sidebar": "Tutup menu",
    "Expand sidebar": "Buka menu", "Collapse sidebar": "Tutup menu", "Main menu": "Menu utama", "Clear all": "Kosongkan",
    "Clear value": "Kosongkan", "open": "buka", "Open": "Buka", "Download plot as a PNG": "Unduh gambar (PNG)", "Download plot as a png": "Unduh gambar (PNG)",
    "Copy to clipboard": "Salin", "Remove": "Hapus", "Close": "Tutup", "Show password text": "Tampilkan kata sandi",
    "Hide password text": "Sembunyikan kata sandi", "Sidebar": "Menu", "Help": "Bantuan", "Choose date": "Pilih tanggal", "Increment": "Tambah",
    "Decrement": "Kurangi", "file upload": "Pilih berkas", "Add files": "Tambah berkas",
    "App pages": "Daftar halaman", "Selected values": "Nilai terpilih", "Show password": "Tampilkan kata sandi",
    "Hide password": "Sembunyikan kata sandi"
  };
  const RULES = [
    [/^(\d+)\s?MB per file(.*)$/, "Maks. $1 MB per berkas$2"], [/^Limit (\d+)\s?MB per file(.*)$/, "Maks. $1 MB per berkas$2"],
    [/^View (\d+) more$/, "Lihat $1 lagi"], [/^Help for (.*)$/, "Bantuan: $1"],
    [/^Selected (.*)\. (.*)$/, "Terpilih $1. $2"], [/^Show\/hide columns: (.*)$/, "Tampilkan/sembunyikan kolom: $1"],
    [/^Search: (.*)$/, "Cari: $1"], [/^Fullscreen: (.*)$/, "Layar penuh: $1"], [/^Close fullscreen: (.*)$/, "Keluar dari layar penuh: $1"],
    [/^Download as CSV: (.*)$/, "Unduh sebagai CSV: $1"], [/^Add row: (.*)$/, "Tambah baris: $1"], [/^Delete row\(s\): (.*)$/, "Hapus baris: $1"],
    [/^day, (.*)$/, "tanggal, $1"], [/^month, (.*)$/, "bulan, $1"], [/^year, (.*)$/, "tahun, $1"], [/^hour, (.*)$/, "jam, $1"],
    [/^minute, (.*)$/, "menit, $1"]
  ];
  const said = (text, list) => {
    const s = text.trim();
    if (list[s]) return text.replace(s, list[s]);
    for (const [from, to] of RULES) if (from.test(s)) return s.replace(from, to);
    return null;
  };
  const word = n => { const t = said(n.nodeValue, WORDS); if (t !== null && t !== n.nodeValue) n.nodeValue = t; };
  const NAMED = "[aria-label],[title],[data-title],[placeholder]";
  const names = e => {
    for (const a of ["aria-label", "title", "data-title", "placeholder"]) {
      const v = e.getAttribute(a);
      if (!v) continue;
      const t = said(v, TITLES) ?? said(v, WORDS);
      if (t !== null && t !== v) e.setAttribute(a, t);
    }
  };
  const walk = e => {
    if (e.matches(NAMED)) names(e);
    e.querySelectorAll(NAMED).forEach(names);
    const w = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
    let n;
    while ((n = w.nextNode())) word(n);
  };
  walk(document.body);
  new MutationObserver(list => {
    for (const m of list) {
      if (m.type === "characterData") word(m.target);
      else if (m.type === "attributes") names(m.target);
      else for (const n of m.addedNodes) n.nodeType === 3 ? word(n) : n.nodeType === 1 && walk(n);
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: ["aria-label", "title", "data-title", "placeholder"] });
  // The menu drops what no picker holds; which store is shown and how wide the screen is must stay in the address.
  const push = history.pushState.bind(history);
  history.pushState = (state, title, url) => {
    const to = new URL(url ?? location.href, location.href), now = new URLSearchParams(location.search);
    for (const key of ["data", "layar"]) if (now.has(key) && !to.searchParams.has(key)) to.searchParams.set(key, now.get(key));
    push(state, title, to.href);
  };
  // A phone gets charts of its own; the page learns the width once, and again when the phone is turned.
  const tellWidth = () => {
    const now = new URLSearchParams(location.search), have = now.get("layar") === "sempit", narrow = innerWidth < 700;
    if (have === narrow) return;
    now.set("layar", narrow ? "sempit" : "lebar");
    history.replaceState({}, "", location.pathname + "?" + now.toString());
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  };
  tellWidth();
  let waiting;
  addEventListener("resize", () => { clearTimeout(waiting); waiting = setTimeout(tellWidth, 400); });
  document.addEventListener("click", event => {
    const a = event.target.closest && event.target.closest("a.ke");
    if (!a || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
    event.preventDefault();
    const to = new URL(a.getAttribute("href"), location.href);
    const now = new URLSearchParams(location.search);
    for (const [key, value] of to.searchParams) now.set(key, value);
    to.search = now.toString();
    history.pushState({}, "", to.href);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    window.scrollTo(0, 0);
  });
})();
