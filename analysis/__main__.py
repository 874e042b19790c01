"""``python -m analysis FILE``: another name for ``slant read FILE``."""

from analysis.cli.main import read_main

if __name__ == "__main__":
    raise SystemExit(read_main())
