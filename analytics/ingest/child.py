"""The process that reads uploads: one job a line as JSON on stdin, its steps and receipts as lines of JSON on stdout.

It serves one job after the other, because starting costs more than reading a small file. A crafted file may crash or
exhaust a parser; this process may die of it, the app may not.
"""

import json
import os
import sys
import tempfile
from functools import cache
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
def connection(scratch: str, memory_mebibytes: int):
    """The connection of this process, kept from job to job."""
    from analytics.ingest.land.source import connect

    return connect(Path(scratch), memory_mebibytes)


def read_one(asked: dict, step) -> list[dict]:
    """The receipts of one job as JSON has them."""
    limit(asked["limits"])
    from analytics.ingest.file import Job, load_file

    told = asked["job"]
    job = Job(Path(told["path"]), told["name"], Path(told["out"]), told["as_type"], told["day_first"], told["mappings"])
    # DuckDB keeps its own account; the rest of the limit is for Python and the workbook reader.
    memory = max(256, min(1024, asked["limits"]["mebibytes"] // 3))
    kept = connection(asked["scratch"], memory)
    with tempfile.TemporaryDirectory(dir=asked["scratch"]) as scratch:
        return [receipt.to_dict() for receipt in load_file(job, Path(scratch), step, kept)]


def main() -> None:
    """Read jobs until the parent closes stdin."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints is no answer

    def answer(**told) -> None:
        print(json.dumps(told), file=answers, flush=True)

    for line in sys.stdin:
        answer(receipts=read_one(json.loads(line), lambda words: answer(step=words)))


if __name__ == "__main__":
    main()
