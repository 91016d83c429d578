"""A lock on an open file that ends with the process that holds it, however that ends.

Advisory: it keeps away those who ask.
"""

import os
import sys

if sys.platform == "win32":
    import msvcrt

    _FAR_BEHIND = 2**31 - 2  # Windows keeps others from reading what is locked, so that is no byte of the file

    def take_lock(descriptor: int) -> None:
        """Take the lock on the file.

        Raises:
            BlockingIOError: another process has it.
            OSError: the file system has no locks.
        """
        try:
            os.lseek(descriptor, _FAR_BEHIND, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:  # what Windows says of a lock that is held
            raise BlockingIOError(error.errno, error.strerror) from error
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)

else:
    import fcntl

    def take_lock(descriptor: int) -> None:
        """Take the lock on the file.

        Raises:
            BlockingIOError: another process has it.
            OSError: the file system has no locks.
        """
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def lock(descriptor: int) -> bool:
    """Take the lock on the file; False where another process has it, or where there are no locks."""
    try:
        take_lock(descriptor)
    except OSError:
        return False
    return True
