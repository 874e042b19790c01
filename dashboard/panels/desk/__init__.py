"""The views of the Desk page. Each is a module with ``view(desk)``."""
