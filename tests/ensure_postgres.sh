#!/bin/sh
# A PostgreSQL for the tests of the desk: the one that is there, else Debian's (as root). Its own
# cluster is not started: the tests make one of their own. Without one they are skipped and say so.
for name in /usr/lib/postgresql/*/bin/initdb initdb; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    # No cluster at installation: it would take its time, and a port.
    mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] ||
        echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
    apt-get update -qq >/dev/null 2>&1
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        postgresql >/dev/null 2>&1 && exit 0
fi
echo "No PostgreSQL could be installed: the tests that need one are skipped." >&2
exit 0
