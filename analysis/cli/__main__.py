"""``python -m analysis.cli``: ``slant`` where it is not installed, as in a container."""

from analysis.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
