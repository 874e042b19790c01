"""Parts of a page: each draws finished data with Streamlit."""
