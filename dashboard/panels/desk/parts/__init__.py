"""Parts that the views Figures, Sources and Learning of the desk are drawn from."""
