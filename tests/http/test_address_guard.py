"""Which addresses may be connected to: judged on the address itself, at the moment of connecting."""

import socket

import pytest

from chalicelib.errors import ForbiddenRequest, SourceUnreachable
from chalicelib.http.address_guard import AddressGuard, host_and_port, is_public, resolve_url
from chalicelib.http.client import Source
from chalicelib.http.terms import Terms
from chalicelib.http.transport import Limits


def resolving(*answers):
    """A resolver that gives one answer after the other: each a list of addresses."""
    left = list(answers)

    def resolve(host, port, *_):
        addresses = left.pop(0) if len(left) > 1 else left[0]
        kinds = [socket.AF_INET6 if ":" in one else socket.AF_INET for one in addresses]
        return [(kind, socket.SOCK_STREAM, 6, "", (one, port)) for kind, one in zip(kinds, addresses, strict=True)]

    return resolve


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses_pass(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",  # a cloud's metadata service
        "100.64.0.1",  # carrier NAT
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",  # 6to4 of 127.0.0.1
        "64:ff9b::a9fe:a9fe",  # NAT64 of 169.254.169.254
        "fd00:ec2::254",
        "::127.0.0.1",
        "64:ff9b:1:a9fe:a9:fe00:808:808",  # local NAT64: where the inner address stands is each network's own affair
        "2001:0:808:808::",  # Teredo
        "fec0::1",
        "192.0.0.8",
        "192.88.99.1",
        "198.18.0.1",
        "203.0.113.7",
        "2001:db8::1",
        "3fff::1",
    ],
)
def test_private_local_and_special_addresses_do_not(address):
    assert not is_public(address)


def test_a_name_with_one_public_and_one_private_address_is_refused():
    guard = AddressGuard(resolve=resolving(["93.184.216.34", "10.0.0.1"]))
    with pytest.raises(ForbiddenRequest, match=r"10\.0\.0\.1"):
        guard.addresses("mixed.example", 443)


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "localhost"])
def test_other_spellings_of_this_machine_are_refused(host):
    with pytest.raises((ForbiddenRequest, OSError)):
        AddressGuard().addresses(host, 80)


def test_the_connection_goes_to_the_address_that_was_judged():
    with socket.create_server(("127.0.0.1", 0)) as inside:
        port = inside.getsockname()[1]
        guard = AddressGuard(resolve=resolving(["93.184.216.34"], ["127.0.0.1"]))
        guard.addresses("changing.example", port)  # public when it is checked ...
        with pytest.raises(ForbiddenRequest):  # ... private when it is connected to: judged again, not trusted
            guard.connect("changing.example", port, 1)


def test_an_address_that_a_setting_names_is_trusted_at_its_port_only():
    with socket.create_server(("127.0.0.1", 0)) as inside:
        port = inside.getsockname()[1]
        guard = AddressGuard({("127.0.0.1", port)})
        guard.connect("127.0.0.1", port, 1).close()
        with pytest.raises(ForbiddenRequest):
            guard.connect("127.0.0.1", port + 1, 1)


def test_a_name_without_an_address_is_an_error_of_the_network():
    with pytest.raises(OSError, match="nowhere"):
        AddressGuard(resolve=lambda *_: []).connect("nowhere.example", 80, 1)


def test_an_address_that_does_not_answer_is_followed_by_the_next():
    with socket.create_server(("127.0.0.1", 0)) as inside:
        port = inside.getsockname()[1]
        guard = AddressGuard({("two.example", port)}, resolve=resolving(["127.0.0.2", "127.0.0.1"]))
        with guard.connect("two.example", port, 1) as connection:
            assert connection.getpeername() == ("127.0.0.1", port)


def test_the_name_is_asked_once_a_connection():
    asked = []

    def resolve(host, port, *rest):
        asked.append(host)
        return socket.getaddrinfo("127.0.0.1", port, *rest)

    with socket.create_server(("127.0.0.1", 0)) as inside:
        port = inside.getsockname()[1]
        AddressGuard({("once.example", port)}, resolve=resolve).connect("once.example", port, 1).close()
    assert asked == ["once.example"]


@pytest.mark.parametrize(
    "path", ["http://[::1/a", "https://a.example:99999/", "https://a.example:x/", "//[a.example]/"]
)
def test_what_is_no_address_is_refused(path):
    with pytest.raises(ForbiddenRequest):
        resolve_url("https://cells.example/", path)


def test_a_place_is_a_host_and_the_port_of_its_scheme():
    assert [host_and_port(url) for url in ("http://A.example/x", "https://a.example", "http://[::1]:8000/")] == [
        ("a.example", 80),
        ("a.example", 443),
        ("::1", 8000),
    ]


REACHED_OUT = Terms(
    home="https://cells.example",
    paths=("/api/",),
    elsewhere=("http://files.example/", "http://2130706433/", "http://0177.0.0.1/", "http://[::ffff:127.0.0.1]/"),
    pause=0,
    licence="",
    citation="",
)


@pytest.mark.parametrize(
    ("target", "addresses"),
    [
        ("http://files.example/a", ["169.254.169.254"]),
        ("http://files.example/a", ["::ffff:169.254.169.254"]),
        ("http://files.example/a", ["93.184.216.34", "10.0.0.1"]),
        ("http://files.example/a", ["64:ff9b::7f00:1"]),
        ("http://2130706433/a", None),  # 127.0.0.1 as one number
        ("http://0177.0.0.1/a", None),  # and in octal
        ("http://[::ffff:127.0.0.1]/a", None),
    ],
    ids=str,
)
def test_what_the_terms_allow_is_still_not_connected_to_inside(httpserver, target, addresses):
    """Straight, and by a redirect: the terms name the host, and where it leads is judged at the socket."""
    httpserver.expect_request("/api/a").respond_with_data("", status=302, headers={"Location": target})
    resolve = _first_here(resolving(addresses)) if addresses else None
    limits = Limits(tries=1, connect=1.0)
    base = httpserver.url_for("").rstrip("/")
    source = Source(REACHED_OUT, user_agent="tests", base=base, limits=limits, resolve=resolve)
    for path in (target, "/api/a"):
        with pytest.raises((ForbiddenRequest, SourceUnreachable)) as caught:
            source.get_bytes(path)
        assert addresses is None or isinstance(caught.value, ForbiddenRequest)
    assert [request.path for request, _ in httpserver.log] == ["/api/a"]


def test_a_name_that_changes_is_judged_anew_at_each_connection(httpserver):
    """Public at the first look, inside at the second: no look is taken for the next one."""
    looks = resolving(["93.184.216.34"], ["127.0.0.1"])
    AddressGuard(resolve=looks).addresses("files.example", 80)
    source = Source(REACHED_OUT, user_agent="tests", resolve=looks, limits=Limits(tries=1))
    with pytest.raises(ForbiddenRequest, match=r"127\.0\.0\.1"):
        source.get_bytes("http://files.example/a")
    assert httpserver.log == []


def _first_here(resolve):
    """The test's own server is found as ever, every other name as told."""

    def found(host, port, *rest):
        return socket.getaddrinfo(host, port, *rest) if host in ("localhost", "127.0.0.1") else resolve(host, port)

    return found
