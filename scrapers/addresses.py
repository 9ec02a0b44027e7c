"""Which network addresses are open to everybody, and which lead into somebody's own network.

The ranges are IANA's special-purpose registries as Python's `ipaddress` knows them.
"""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address

GLOBAL_UNICAST = IPv6Network("2000::/3")  # all that IANA has given out
NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address
# Names that no public server can have: RFC 6761, 6762, 8375, and the one that ICANN keeps free for private use.
LOCAL_NAMES = ("localhost", "local", "internal", "home.arpa")


def is_public(address: Address) -> bool:
    """Whether an address is one of the open internet; an IPv6 address that wraps an IPv4 one is judged by that."""
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast
    if address in NAT64:
        return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
    wrapped = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
    if wrapped is not None:
        return is_public(wrapped)
    return address in GLOBAL_UNICAST and address.is_global


def spelt(host: str) -> Address | None:
    """The address that a host spells, also as one number or with octal or hexadecimal parts; None for a name."""
    try:
        return ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        pass
    try:
        # What the system's resolver would make of "2130706433", "0x7f.1" or "0177.0.0.1".
        return IPv4Address(socket.inet_aton(host))
    except OSError:
        return None


def is_local(host: str) -> bool:
    """Whether a host says of itself that it is in somebody's own network, by its address or its top level."""
    address = spelt(host)
    if address is not None:
        return not is_public(address)
    name = host.rstrip(".").lower()
    return "." not in name or name.endswith(tuple(f".{top}" for top in LOCAL_NAMES))
