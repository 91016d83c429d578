"""Refuses every connection to another machine in the program that is being tested.

Python imports this file at its start when its folder is on PYTHONPATH, which `terminal.py` sees to. Sockets
within the machine (asyncio wakes itself with a pair of them) are left alone.
"""

import sys


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        raise PermissionError("the network is off in tests")
    # The address of an internet socket is a tuple, that of a socket within the machine a path.
    if event in ("socket.connect", "socket.sendto", "socket.bind") and isinstance(arguments[-1], tuple):
        raise PermissionError("the network is off in tests")


sys.addaudithook(_refuse_network)
