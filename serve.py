"""The dashboard behind headers that a browser enforces: ``streamlit run serve.py``.

The same pages as ``streamlit run app.py``, which sends none of them.
"""

from starlette.middleware import Middleware
from streamlit import App

from dashboard.security_headers import SecurityHeaders

app = App("app.py", middleware=[Middleware(SecurityHeaders)])
