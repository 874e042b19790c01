"""Which addresses are public; what is expected comes from the IANA special-purpose registries."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.web.addresses import is_public

# Names and blocks as https://www.iana.org/assignments/iana-ipv4-special-registry and
# iana-ipv6-special-registry have them, with the multicast and deprecated spaces; NAT64 is below.
REGISTRY = [
    ("This network", "0.0.0.0/8"),
    ("Private-Use", "10.0.0.0/8"),
    ("Shared Address Space", "100.64.0.0/10"),
    ("Loopback", "127.0.0.0/8"),
    ("Link Local", "169.254.0.0/16"),
    ("Private-Use", "172.16.0.0/12"),
    ("IETF Protocol Assignments", "192.0.0.0/24"),
    ("IPv4 Service Continuity Prefix", "192.0.0.0/29"),
    ("IPv4 dummy address", "192.0.0.8/32"),
    ("NAT64/DNS64 Discovery", "192.0.0.170/32"),
    ("Documentation (TEST-NET-1)", "192.0.2.0/24"),
    ("AS112-v4", "192.31.196.0/24"),
    ("AMT", "192.52.193.0/24"),
    ("Deprecated (6to4 Relay Anycast)", "192.88.99.0/24"),
    ("Private-Use", "192.168.0.0/16"),
    ("Direct Delegation AS112 Service", "192.175.48.0/24"),
    ("Benchmarking", "198.18.0.0/15"),
    ("Documentation (TEST-NET-2)", "198.51.100.0/24"),
    ("Documentation (TEST-NET-3)", "203.0.113.0/24"),
    ("Multicast", "224.0.0.0/4"),
    ("Reserved", "240.0.0.0/4"),
    ("Limited Broadcast", "255.255.255.255/32"),
    ("Loopback Address", "::1/128"),
    ("Unspecified Address", "::/128"),
    ("IPv4-mapped Address", "::ffff:0:0/96"),
    ("IPv4-compatible Address (RFC 4291)", "::/96"),
    ("IPv4-IPv6 Translat., local use", "64:ff9b:1::/48"),
    ("Discard-Only Address Block", "100::/64"),
    ("Dummy IPv6 Prefix", "100:0:0:1::/64"),
    ("IETF Protocol Assignments", "2001::/23"),
    ("TEREDO", "2001::/32"),
    ("Port Control Protocol Anycast", "2001:1::1/128"),
    ("Benchmarking", "2001:2::/48"),
    ("AMT", "2001:3::/32"),
    ("ORCHIDv2", "2001:20::/28"),
    ("Documentation", "2001:db8::/32"),
    ("6to4", "2002::/16"),
    ("Direct Delegation AS112 Service", "2620:4f:8000::/48"),
    ("Documentation", "3fff::/20"),
    ("Segment Routing (SRv6) SIDs", "5f00::/16"),
    ("Unique-Local", "fc00::/7"),
    ("Link-Local Unicast", "fe80::/10"),
    ("Site-Local, deprecated (RFC 3879)", "fec0::/10"),
    ("Multicast", "ff00::/8"),
]


def network(block: str) -> IPv4Network | IPv6Network:
    return IPv6Network(block) if ":" in block else IPv4Network(block)


@pytest.mark.parametrize(("name", "block"), REGISTRY)
def test_no_address_of_a_special_block_is_public(name: str, block: str) -> None:
    special = network(block)
    middle = special[special.num_addresses // 2]
    for address in (special[0], middle, special[-1]):
        assert not is_public(address), (name, address)


@pytest.mark.parametrize(
    "text",
    [
        *("1.1.1.1", "8.8.8.8", "93.184.215.14", "151.101.0.81", "223.255.255.255"),
        # next to the special blocks, on either side
        *("1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0"),
        *("126.255.255.255", "128.0.0.0", "169.253.255.255", "169.255.0.0"),
        *("172.15.255.255", "172.32.0.0", "191.255.255.255", "192.0.1.0", "192.167.255.255"),
        *("192.169.0.0", "198.17.255.255", "198.20.0.0", "203.0.112.255", "203.0.114.0"),
        *("2001:200::1", "2001:4860:4860::8888", "2606:4700:4700::1111", "2a00:1450:4001::200e"),
        *("2001:db7:ffff::1", "2001:db9::1", "2003::1", "3ffe:ffff::1", "2620:4f:8001::1"),
    ],
)
def test_ordinary_addresses_are_public(text: str) -> None:
    assert is_public(ip_address(text))


@pytest.mark.parametrize(
    "text",
    [
        *("127.0.0.1", "::1", "0.0.0.0", "::", "169.254.169.254", "fd00:ec2::254"),
        *("100.100.100.200", "192.0.0.192", "168.63.129.16"),  # clouds’ metadata services
        *("::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "::8.8.8.8"),
        *("2002:7f00:1::", "2002:808:808::", "2001:0:7f00:1::", "64:ff9b:1::7f00:1"),
        *("fe80::1%eth0", "2606:4700:4700::1111%eth0"),
    ],
)
def test_known_tricks(text: str) -> None:
    assert not is_public(ip_address(text))


@given(st.integers(0, 2**32 - 1))
def test_nat64_is_as_public_as_the_address_inside(number: int) -> None:
    outside = IPv6Address(int(IPv6Address("64:ff9b::")) + number)
    assert is_public(outside) == is_public(IPv4Address(number))


@given(st.integers(0, 2**32 - 1).map(IPv4Address) | st.integers(0, 2**128 - 1).map(IPv6Address))
def test_what_is_public_the_standard_library_calls_global(
    address: IPv4Address | IPv6Address,
) -> None:
    if is_public(address):
        assert address.is_global
        assert not address.is_multicast
