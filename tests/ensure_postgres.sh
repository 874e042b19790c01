#!/bin/sh
# A PostgreSQL for the tests of the desk: the one that is there, else Debian's (as root). The tests make
# a cluster of their own and throw it away, so none is made at the installation. Without PostgreSQL the
# tests that need it are skipped and say so.
for name in /usr/lib/postgresql/*/bin/initdb initdb; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
install() {
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" >/dev/null 2>&1
}
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq >/dev/null 2>&1
    settings=/etc/postgresql-common/createcluster.conf
    install postgresql-common &&
        sed -i "s/^#\?create_main_cluster *=.*/create_main_cluster = false/" "$settings" &&
        install postgresql && exit 0
fi
echo "No PostgreSQL could be installed: the tests that need one are skipped." >&2
exit 0
