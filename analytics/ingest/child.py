"""The process that reads an upload: one job as JSON on stdin, its receipts as JSON on stdout, steps on stderr.

A crafted file may crash or exhaust a parser; this process may die of it, the app may not.
"""

import json
import sys
import tempfile
from pathlib import Path

STEP = "step "
MEBIBYTE = 1024 * 1024


def limit(limits: dict) -> None:
    """Memory, time and file size that the system takes this process down for; nothing where there is no `resource`."""
    try:
        import resource
    except ImportError:
        return
    wanted = {
        "RLIMIT_AS": limits["mebibytes"] * MEBIBYTE,
        "RLIMIT_CPU": limits["seconds"] * 2,
        "RLIMIT_FSIZE": limits["file_mebibytes"] * MEBIBYTE,
        "RLIMIT_CORE": 0,
    }
    for name, most in wanted.items():
        kind = getattr(resource, name, None)
        if kind is None:
            continue
        _, hard = resource.getrlimit(kind)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):
            continue  # macOS refuses some of them; the parent's clock still holds


def step(words: str) -> None:
    print(f"{STEP}{words}", file=sys.stderr, flush=True)


def main() -> None:
    """Read one job, write its receipts."""
    asked = json.load(sys.stdin)
    limit(asked["limits"])
    from analytics.ingest.file import Job, load_file

    told = asked["job"]
    job = Job(Path(told["path"]), told["name"], Path(told["out"]), told["as_type"], told["day_first"], told["mappings"])
    # DuckDB keeps its own account; the rest of the limit is for Python and the workbook reader.
    memory = max(256, min(1024, asked["limits"]["mebibytes"] // 3))
    with tempfile.TemporaryDirectory(dir=asked["scratch"]) as scratch:
        receipts = load_file(job, Path(scratch), step, memory)
    json.dump([receipt.to_dict() for receipt in receipts], sys.stdout)


if __name__ == "__main__":
    main()
