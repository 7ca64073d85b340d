"""usage: python scripts/port_is_free.py HOST PORT (exit code 0 when a server could listen there)"""

import socket
import sys


def is_free(host, port):
    """True when nothing listens on the port; asked as gunicorn will ask."""
    family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError:
            return False
    return True


if __name__ == "__main__":
    sys.exit(not is_free(sys.argv[1], int(sys.argv[2])))
