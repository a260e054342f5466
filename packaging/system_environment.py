"""Give programs that a frozen studio starts, such as the file manager, the system's libraries and not the studio's own.

PyInstaller runs this before the studio. It has put its folder into LD_LIBRARY_PATH, which the running process does not
need any more; copies of the studio itself, such as engine processes, are told to set it again for themselves.
"""

import os
import sys

if sys.platform.startswith("linux"):
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
