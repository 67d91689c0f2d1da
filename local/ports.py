"""Free ports on loopback."""

import socket

LOOPBACK = "127.0.0.1"


def free_port(*, start: int = 0, end: int = 0) -> int:
    """A free port, from `start` to `end` when given. Another process may still take it first: check what answers."""
    if not start:
        with socket.socket() as probe:
            probe.bind((LOOPBACK, 0))
            return int(probe.getsockname()[1])
    for port in range(start, end):
        if is_free(port):
            return port
    raise OSError(f"no free port from {start} to {end}")


def is_free(port: int) -> bool:
    """Whether we could listen there: neither loopback family has a listener."""
    for family, address in ((socket.AF_INET, LOOPBACK), (socket.AF_INET6, "::1")):
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((address, port))
            except OSError as error:
                if error.errno != 99:  # no such address family on this machine
                    return False
    return True
