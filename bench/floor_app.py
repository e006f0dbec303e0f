"""The browser's own floor: a page of constants.  Run by `streamlit run`; the constants come from a file.

`LOKMIN_FLOOR` names a JSON file: {"choices": {choice: [["html", text] | ["plotly_chart", figure JSON], ...]}}.
Without choices it is the bare page with one chart.
"""

import json
import os
from pathlib import Path

import streamlit as st

st.set_page_config(page_title="Dasar", page_icon=Path(__file__).resolve().parents[1] / "static" / "ikon.png", layout="wide")
choices = json.loads(Path(os.environ["LOKMIN_FLOOR"]).read_text(encoding="utf-8"))["choices"]
chosen = st.selectbox("Indikator", list(choices)) if len(choices) > 1 else next(iter(choices))
for number, (kind, content) in enumerate(choices[chosen]):
    if kind == "html":
        st.html(content)
    else:
        st.plotly_chart(json.loads(content), key=f"grafik_{number}")
