"""Charts: pure functions from a frame and a palette to a Plotly figure."""
