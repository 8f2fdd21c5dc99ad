"""The finished site takes the place of the last one in a single step, and the last one becomes the spare for the next build."""

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

AT_FDCWD, RENAME_EXCHANGE = -100, 2


def publish(fresh, out):
    """Put the folder `fresh` in the place of `out`; afterwards `fresh` holds what `out` held, if anything.

    On Linux the two are exchanged at once. Elsewhere there are two renames; a crash between them leaves the new site under
    the name of the spare, and the next build puts it right.
    """
    fresh, out = Path(fresh), Path(out)
    if not out.exists():
        os.rename(fresh, out)
    elif not exchange(fresh, out):
        aside = out.with_name(f".{out.name}.aside")
        shutil.rmtree(aside, ignore_errors=True)
        os.rename(out, aside)
        os.rename(fresh, out)
        os.rename(aside, fresh)


def exchange(a, b):
    """Swap two folders atomically; false where the system cannot."""
    if sys.platform != "linux":
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(AT_FDCWD, os.fsencode(a), AT_FDCWD, os.fsencode(b), RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL):
        return False
    raise OSError(code, os.strerror(code), str(b))
