"""The process that reads uploads: one job a line as JSON on stdin, its steps and receipts as lines of JSON on stdout.

It serves one job after the other, because starting costs more than reading a small file. A crafted file may crash or
exhaust a parser; this process may die of it, the app may not.
"""

import json
import os
import sys
import tempfile
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


def connection(scratch: str, mebibytes: int, folders: list[str]):
    """The connection of this process, kept from job to job; arguments as `main`."""
    from analytics.ingest.land.source import connect

    # DuckDB keeps its own account; the rest of the limit is for Python and the workbook reader.
    memory = max(256, min(1024, mebibytes // 3))
    return connect(Path(scratch), [Path(folder) for folder in folders], memory)


def read_one(asked: dict, kept, scratch: str, step) -> list[dict]:
    """The receipts of one job as JSON has them; kept : the connection of this process."""
    limit(asked["limits"])
    from analytics.ingest.file import load_file
    from analytics.ingest.to_read import Job

    told = asked["job"]
    job = Job(**told | {"path": Path(told["path"]), "out": Path(told["out"])})
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        return [receipt.to_dict() for receipt in load_file(job, Path(folder), step, kept)]


def main(scratch: str, mebibytes: int, folders: list[str]) -> None:
    """Read jobs until the parent closes stdin.

    scratch   : folder for whatever a job needs while it runs.
    mebibytes : memory that this process may use.
    folders   : where the files of the jobs lie, and where their tables go; the engine reaches no others.
    """
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints is no answer

    def answer(**told) -> None:
        print(json.dumps(told), file=answers, flush=True)

    # Half a second of imports, while the parent still copies the first file.
    import_module("analytics.ingest.file")
    kept = connection(scratch, mebibytes, folders)
    for line in sys.stdin:
        answer(receipts=read_one(json.loads(line), kept, scratch, lambda words: answer(step=words)))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
