"""A process that loads one file and may be killed: python -m tests.workspace.killed_load WORKSPACE FILE."""

import sys
from pathlib import Path

from analytics.workspace import Workspace
from tests.workspace.typed_reader import read_typed

if __name__ == "__main__":
    file = Path(sys.argv[2])
    workspace = Workspace(Path(sys.argv[1]), reader=read_typed)
    # The parent times its kill from here: what comes before is the interpreter starting.
    print("loading", flush=True)
    workspace.load([(file.name, file)])
    print("loaded", flush=True)
