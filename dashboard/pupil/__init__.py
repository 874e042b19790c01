"""The pupils' page of a class: one small page without Streamlit, for phones and slow networks."""
