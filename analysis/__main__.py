"""``python -m analysis``: see ``analysis.cli.main``."""

from analysis.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
