"""The commands of ``slant desk``; also ``python -m store.cli``, where ``slant`` is not installed.

Each module imports what it needs when its command runs, as ``slant --help`` loads them all.
"""
