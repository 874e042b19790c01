"""The Streamlit dashboard: pages, charts (frame to Plotly figure) and the source-text view."""
