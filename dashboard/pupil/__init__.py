"""The pupils' page of a class: small files without Streamlit, for phones on a poor network."""
