"""What the pages share.

Streamlit takes a folder named `pages` for its older kind of app until `dashboard.py` has called `st.navigation` once:
a browser that comes to a fresh server by a link to a page would get that page without menu and scope.  The first
page that is run so ends that here, and the visit starts again through `dashboard.py`.
"""

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

if PagesManager.uses_pages_directory and get_script_run_ctx(suppress_warning=True) is not None:
    PagesManager.uses_pages_directory = False
    st.rerun()
