"""``python -m store.cli``, which is ``slant desk``."""

from __future__ import annotations

import sys

from analysis.cli.main import desk_main

if __name__ == "__main__":
    sys.exit(desk_main())
