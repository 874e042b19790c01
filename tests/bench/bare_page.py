"""The reference for the dashboard's first page: Streamlit with one Plotly chart."""

import plotly.graph_objects as go
import streamlit as st

st.title("A bare page")
st.plotly_chart(go.Figure(go.Bar(y=[1, 3, 2])))
