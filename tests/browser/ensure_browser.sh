#!/bin/sh
# A Chromium for the browser tests: the one that is there, else Debian's (as root), else
# Playwright's own build. The tests themselves say what to install if none of these works.
for name in "${SLANT_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq >/dev/null 2>&1
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        chromium fonts-dejavu-core fonts-noto-color-emoji >/dev/null 2>&1 && exit 0
fi
.venv/bin/python -m playwright install chromium ||
    echo "No browser could be installed: install Chromium or set SLANT_CHROMIUM to one." >&2
exit 0
