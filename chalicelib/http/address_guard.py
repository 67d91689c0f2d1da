"""The address guard: which addresses may be connected to, decided on the address itself, at the moment of connecting.

Harvested data name hosts, so a record could point at this network's inside or at a cloud's metadata service. Names are
resolved here, every address that a name has is judged, and the connection goes to an address that was judged: a name
that changes between check and connect changes nothing.
"""

import ipaddress
import socket
import threading
import time
from collections.abc import Callable, Collection
from concurrent.futures import Future
from typing import Any
from urllib.parse import urljoin, urlsplit

from chalicelib.errors import ForbiddenRequest

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[..., list[tuple[Any, ...]]]
# Carrier NAT, protocol assignments, 6to4 relays; local NAT64, site-local, documentation: ipaddress lets some of them
# pass, others only in some versions.
_SPECIAL = tuple(
    ipaddress.ip_network(text)
    for text in "100.64.0.0/10 192.0.0.0/24 192.88.99.0/24 64:ff9b:1::/48 fec0::/10 3fff::/20".split()
)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class AddressGuard:
    """Lets public addresses through; others only at the host and port that a setting named."""

    def __init__(self, trusted: Collection[tuple[str, int]] = (), resolve: Resolve = socket.getaddrinfo) -> None:
        self._trusted, self._resolve = frozenset(trusted), resolve

    def addresses(self, host: str, port: int) -> list[tuple[Any, ...]]:
        """What `host` resolves to, all of it allowed; raises ForbiddenRequest, or OSError when it has no address."""
        found = self._resolve(host.strip("[]"), port, 0, socket.SOCK_STREAM)
        if (host, port) not in self._trusted:
            for entry in found:
                if not is_public(entry[4][0]):
                    raise ForbiddenRequest(f"{host} leads to {entry[4][0]}, which is not a public address.")
        return found

    def connect(self, host: str, port: int, timeout: float | None) -> socket.socket:
        """A connection to the first address that answers; looking up the name and all tries take `timeout` seconds
        together, of which each address has an equal share. Raises ForbiddenRequest, OSError.
        """
        end = None if timeout is None else time.monotonic() + timeout
        last: OSError = OSError(f"{host} has no address")
        found = self._addresses_within(host, port, timeout)
        for place, (family, kind, protocol, _, address) in enumerate(found):
            left = None if end is None else (end - time.monotonic()) / (len(found) - place)
            if left is not None and left <= 0:
                raise TimeoutError(f"{host} did not answer in time")
            connection = socket.socket(family, kind, protocol)
            try:
                connection.settimeout(left)
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                connection.connect(address)
            except OSError as error:
                connection.close()
                last = error
            else:
                connection.settimeout(timeout)
                return connection
        raise last

    def _addresses_within(self, host: str, port: int, timeout: float | None) -> list[tuple[Any, ...]]:
        """As `addresses`, in time: a look-up cannot be ended, so a thread is left alone with one that takes longer."""
        answer: Future[list[tuple[Any, ...]]] = Future()

        def look_up() -> None:
            try:
                answer.set_result(self.addresses(host, port))
            except (OSError, ValueError, ForbiddenRequest) as error:
                answer.set_exception(error)

        threading.Thread(target=look_up, daemon=True).start()
        try:
            return answer.result(timeout)
        except TimeoutError as error:
            raise TimeoutError(f"{host} was not looked up in time") from error


def is_public(text: str) -> bool:
    """Whether an address belongs to the public internet, looking through every form that carries another address."""
    address: Address = ipaddress.ip_address(text.partition("%")[0])
    inner = _embedded_ipv4(address)
    if inner is not None:
        return is_public(str(inner))
    if any(address in network for network in _SPECIAL):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def resolve_url(base: str, path: str) -> str:
    """`path` as seen from `base`; raises ForbiddenRequest for what is no address at all."""
    try:
        url = urljoin(base, path)
        host_and_port(url)
    except ValueError as error:
        raise ForbiddenRequest("Malformed address: its host or port cannot be read.") from error
    return url


def host_and_port(url: str) -> tuple[str, int]:
    """Host and port of an address; raises ValueError."""
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


def _embedded_ipv4(address: Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address inside a mapped, 6to4, Teredo or NAT64 one."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address.teredo:
        return address.teredo[1]
    return address.ipv4_mapped or address.sixtofour
