"""Longer texts of the pages: definitions, sources, and how a picture is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lokmin_data.charts.hover import KIND_WORDS
from lokmin_data.wording import listing, percent
from pages._shared.session import Scope, file_names

if TYPE_CHECKING:
    from lokmin_data.analysis import Assessment

TARGET_UNCONFIRMED = (
    "Target ini belum dikonfirmasi sumbernya: isi sesuai SK Dinas Kesehatan di halaman "
    '<a class="ke" href="sasaran_target">Sasaran &amp; target</a>.'
)
KINDS = {
    "cumulative": "Target berjalan = target setahun × bulan / 12.",
    "point": "Keadaan pada pengukuran terakhir; target tidak dibagi per bulan.",
    "month": "Jumlah per bulan; tidak dijadikan persen.",
    "status": "Ya atau tidak per desa.",
}
FILES_NAMED = 3


def definition(found: Assessment) -> str:
    """What the indicator counts over what, in one line."""
    item = found.indicator
    if item.plain:
        return item.plain
    over = f" dibagi {item.denominator}" if item.denominator else ""
    counted = item.numerator or item.label
    return f"{counted[:1].upper()}{counted[1:]}{over}." if over or item.numerator else item.label


def source_of(at: Scope, found: Assessment) -> str:
    """The files, the denominator and the target's source of what is shown."""
    files = file_names(at)
    used = [files[int(i)] for i in found.desa["report_id"].dropna().unique() if int(i) in files]
    more = f" dan {len(used) - FILES_NAMED} berkas lain" if len(used) > FILES_NAMED else ""
    shown = ", ".join(used[:FILES_NAMED]) + more if more else listing(used)
    parts = [f"Sumber: {shown}" if used else "Sumber: laporan yang tersimpan", f"data s.d. {at.period}"]
    kinds = [KIND_WORDS[kind] for kind in dict.fromkeys(found.desa["sasaran_kind"]) if kind in KIND_WORDS]
    parts += [listing(kinds)] if kinds else []
    if found.target is not None:
        parts.append(
            f"target {percent(found.target.value)} ({found.target.source or 'isian Puskesmas'}, {found.target.year})"
        )
    return " · ".join(parts)


def method_of(found: Assessment) -> tuple[str, ...]:
    """The sections of docs/metode.md that explain the numbers of this indicator."""
    if found.shape == "month":
        return ("Kewaspadaan dini",)
    if found.shape != "coverage":
        return ("Prevalensi", "Target berjalan", "Putusan")
    return ("Cakupan", "Target berjalan", "Sasaran", "Putusan") + (("Status PWS",) if found.indicator.direction == "up" else ())


def fallen(found: Assessment) -> str:
    """The desa with the drop badge in one sentence; "" where there is none."""
    desa = found.desa.loc[found.desa["drop_badge"].astype(bool), "desa"].tolist()
    return f"Turun tajam dalam tiga bulan terakhir, lebih daripada kebetulan: {listing(desa)}." if desa else ""


def projection_caution(found: Assessment) -> str:
    """That a projected sasaran makes "jelas" less sure; "" where persons were counted or nothing is judged."""
    if not found.projected or found.annual_target is None:
        return ""
    named = "Sasaran proyeksi" if (found.desa["sasaran_kind"] == "proyeksi").any() else "Penyebut laporan (biasanya sasaran proyeksi)"
    return (
        f"{named}: 'jelas di bawah' lebih sering keliru, sekitar 20 dari 100 desa yang sebenarnya mencapai target; "
        "dengan sasaran riil sekitar 3 sampai 6 dari 100."
    )


def _target_rule(found: Assessment) -> str:
    flat = found.indicator.kind == "cumulative" and not found.indicator.is_coverage
    return "Target tetap sepanjang tahun." if flat else KINDS[found.indicator.kind]


def reading_text(found: Assessment) -> str:
    """How the PWS chart is read, in Markdown."""
    down = found.indicator.direction == "down"
    better = "Makin pendek makin baik" if down else "Makin panjang makin baik"
    lines = [
        f"- **Batang** = satu desa. {better}. Di ujungnya: lambang putusan, jumlah orang / sasaran, lalu persen.",
        "- **Garis putus-putus** = target sampai bulan ini."
        if not down
        else "- **Garis putus-putus** = batas yang tidak boleh dilewati.",
        "- **Garis tipis hitam** = rentang 95 %: pada desa kecil rentangnya lebar, karena satu dua orang sudah mengubah persen.",
        "- **▼▼ dan ▲▲**: seluruh rentang di bawah atau di atas target, jadi jelas. "
        "**▼ dan ▲**: rentang masih menyentuh target, jadi belum pasti.",
        "- **Diarsir, 'belum lapor'**: laporan belum masuk. Itu bukan nol.",
        "- Di bawah 10 orang ditulis '7 dari 9' tanpa persen. Di atas 100 % berarti sasaran terlalu kecil atau ada warga dari luar wilayah.",
        f"- {_target_rule(found)}",
    ]
    if not down:
        lines.append(
            "- **Status PWS**: Baik = di atas target dan bulan ini naik atau tetap; Kurang = di atas target tetapi turun; "
            "Cukup = di bawah target tetapi naik; Jelek = di bawah target dan turun."
        )
    return "\n".join(lines)
