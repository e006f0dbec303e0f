"""Everything about the lokmin that is true without a browser. Imports no Streamlit."""
