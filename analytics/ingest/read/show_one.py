"""The process that reads one file to show it: what to read as JSON on stdin, the table to a file, errors on stdout."""

import json
import sys
import tempfile
from pathlib import Path

from analytics.errors import GleanerError
from analytics.ingest.child import limit
from analytics.ingest.read.apart import ERROR_EXIT


def main() -> int:
    """Read and write; ERROR_EXIT with the error as JSON where the file cannot be read."""
    asked = json.loads(sys.stdin.read())
    limit(asked["limits"])
    from analytics.ingest.read import read_file, show

    file = Path(asked["file"])
    try:
        with tempfile.TemporaryDirectory(prefix="gleaner-read-") as scratch:
            reading = read_file(file, file.name, Path(scratch))
            text = {"csv": show.as_csv, "json": show.as_json}[asked["form"]](reading, asked["sheet"])
            Path(asked["out"]).write_text(text, encoding="utf-8", newline="")
    except GleanerError as error:
        print(json.dumps({"what": error.what, "fix": error.fix, "code": error.code}))
        return ERROR_EXIT
    return 0


if __name__ == "__main__":
    sys.exit(main())
