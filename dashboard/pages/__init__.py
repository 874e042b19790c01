"""The pages, each a Streamlit script that ``app.py`` lists."""
