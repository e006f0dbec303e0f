"""Jejak perubahan: who changed what and when; readable by a pengelola, editable by nobody."""

import streamlit as st

from pages._shared.audit_table import audit_rows
from pages._shared.layout import next_steps, page_head, reading_help
from pages._shared.session import require_manager, scope

#: Up to so many lines the table is as high as they are.
FEW = 15

at = scope()
page_head("Jejak perubahan", note="Setiap perubahan tercatat dan tidak dapat diubah atau dihapus.")
require_manager(at.puskesmas_id if at else None)
rows = audit_rows(at)
if rows:
    st.dataframe(rows, hide_index=True, height=620 if len(rows) > FEW else "content", alt="Jejak perubahan")
else:
    st.markdown("Belum ada perubahan yang tercatat. Perubahan pertama biasanya unggahan laporan.")
    next_steps({"unggah": "Unggah laporan"})
reading_help("Yang terbaru di atas. Nama berkas dan akun dicatat; isi laporan perorangan tidak pernah dicatat.", "jejak")
