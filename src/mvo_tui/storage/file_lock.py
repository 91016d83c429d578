"""A lock on an open file that ends with the process that holds it, however that ends.

Advisory: it keeps away those who ask. Where the file system has no locks, nobody gets one.
"""

import os
import sys

if sys.platform == "win32":
    import msvcrt

    _FAR_BEHIND = 2**31 - 2  # Windows keeps others from reading what is locked, so that is no byte of the file

    def lock(descriptor: int) -> bool:
        """Take the lock on the file; False where another process has it."""
        try:
            os.lseek(descriptor, _FAR_BEHIND, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def lock(descriptor: int) -> bool:
        """Take the lock on the file; False where another process has it."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
