"""An analysed archive, opened: its tables as lazily read frames, and what is asked of them."""
