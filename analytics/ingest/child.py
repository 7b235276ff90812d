"""The process that reads uploads: one job a line as JSON on stdin, its steps and receipts as lines of JSON on stdout.

It serves one job after the other, because starting costs more than reading a small file. A crafted file may crash or
exhaust a parser; this process may die of it, the app may not.
"""

import json
import os
import sys
import tempfile
from functools import cache
from importlib import import_module
from pathlib import Path

MEBIBYTE = 1024 * 1024


def limit(limits: dict) -> None:
    """Memory, time and file size that the system takes this process down for; nothing where there is no `resource`.

    Called for each job: the time counts from what earlier jobs have used.
    """
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    wanted = {
        "RLIMIT_AS": limits["mebibytes"] * MEBIBYTE,
        "RLIMIT_CPU": int(used.ru_utime + used.ru_stime) + 1 + limits["seconds"] * 2,
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
            # Only the soft limit: a hard one cannot be raised again for the next job.
            resource.setrlimit(kind, (most, hard))
        except (ValueError, OSError):
            continue  # macOS refuses some of them; the parent's clock still holds


@cache
def connection(scratch: str):
    """The connection of this process, kept from job to job."""
    from analytics.ingest.land.source import connect

    return connect(Path(scratch))


def read_one(asked: dict, scratch: str, step) -> list[dict]:
    """The receipts of one job as JSON has them."""
    limit(asked["limits"])
    from analytics.ingest.file import load_file
    from analytics.ingest.to_read import Job

    told = asked["job"]
    job = Job(**told | {"path": Path(told["path"]), "out": Path(told["out"])})
    # DuckDB keeps its own account; the rest of the limit is for Python and the workbook reader.
    memory = max(256, min(1024, asked["limits"]["mebibytes"] // 3))
    kept = connection(scratch)
    kept.execute("set memory_limit = $limit", {"limit": f"{memory}MiB"})
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        return [receipt.to_dict() for receipt in load_file(job, Path(folder), step, kept)]


def main(scratch: str) -> None:
    """Read jobs until the parent closes stdin.

    scratch : folder for whatever a job needs while it runs.
    """
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints is no answer

    def answer(**told) -> None:
        print(json.dumps(told), file=answers, flush=True)

    # Half a second of imports, while the parent still copies the first file.
    import_module("analytics.ingest.file")
    connection(scratch)
    for line in sys.stdin:
        answer(receipts=read_one(json.loads(line), scratch, lambda words: answer(step=words)))


if __name__ == "__main__":
    main(sys.argv[1])
