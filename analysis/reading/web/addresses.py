"""Which IP addresses belong to the public internet.

The tables are the IANA special-purpose address registries (RFC 6890) and the multicast spaces.
They replace ``ipaddress.is_global``, whose answers differ between Python versions and which calls
multicast and 6to4 addresses global.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

IPAddress = IPv4Address | IPv6Address
"""An IP address of either version."""

# https://www.iana.org/assignments/iana-ipv4-special-registry; also the
# entries that are globally reachable, because no articles are served there.
_SPECIAL_IPV4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private use
        "100.64.0.0/10",  # shared by customers behind one address (CGNAT)
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # not in the registry: Azure's service for its own virtual machines
        "169.254.0.0/16",  # link-local; clouds serve machine credentials here
        "172.16.0.0/12",  # private use
        "192.0.0.0/24",  # IETF protocol assignments
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # AMT
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private use
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarking
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and the broadcast address
    )
)

# Contains all global unicast addresses (iana.org/assignments/ipv6-address-space). Outside it are
# unspecified, loopback, IPv4-mapped and -compatible, discard-only, private, link-local and
# multicast addresses.
_GLOBAL_UNICAST = IPv6Network("2000::/3")

# https://www.iana.org/assignments/iana-ipv6-special-registry, those inside 2000::/3.
_SPECIAL_IPV6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # IETF protocol assignments: Teredo, benchmarking, ORCHID and others
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
    )
)

# RFC 6052: how a network with IPv6 only addresses an IPv4 host; the last 32 bits are its address.
_NAT64 = IPv6Network("64:ff9b::/96")


def is_public(address: IPAddress) -> bool:
    """Whether ``address`` belongs to the public internet.

    IPv6 addresses that embed an IPv4 address do not, except NAT64, where the IPv4 address decides:
    networks without IPv4 reach IPv4-only sites through it.
    """
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _SPECIAL_IPV4)
    if address.scope_id is not None:  # a zone, as in fe80::1%eth0: link-local only
        return False
    if address in _NAT64:
        return is_public(IPv4Address(int(address) & 0xFFFF_FFFF))
    if address not in _GLOBAL_UNICAST:
        return False
    return not any(address in network for network in _SPECIAL_IPV6)
