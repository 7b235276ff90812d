"""Whatever the process that reads a file does, the app gets a receipt."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from analytics.ingest import reading_process as parent
from analytics.ingest.job import Children, Limits, run, run_all
from analytics.ingest.to_read import Job

ORDERS = "Order no,Customer,Order date,Amount\n1,Ann,2026-01-05,10.00\n"


@pytest.fixture
def job(tmp_path) -> Job:
    (tmp_path / "upload").write_text(ORDERS)
    return Job(tmp_path / "upload", "orders.csv", tmp_path / "out")


def as_child(monkeypatch, tmp_path, code: str) -> None:
    """Let the child be a program that does something else."""
    package = tmp_path / "fake" / "analytics" / "ingest"
    package.mkdir(parents=True)
    (package / "child.py").write_text(code)
    monkeypatch.setattr(parent, "ROOT", tmp_path / "fake")


def test_a_file_comes_back_as_receipts_and_tables(job):
    steps = []
    (receipt,) = run(job, progress=steps.append)
    assert (receipt.error, receipt.rows_used, receipt.sheet_type) == (None, 1, "orders")
    assert (job.out / receipt.parquet["orders"]).exists()
    assert steps == ["Reading the file", "Checking columns", "Writing tables"]


def test_the_scratch_folder_is_gone_afterwards(job, monkeypatch, tmp_path):
    (tmp_path / "scratch").mkdir()
    monkeypatch.setattr(parent.tempfile, "tempdir", str(tmp_path / "scratch"))
    run(job)
    assert list((tmp_path / "scratch").iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a thing of POSIX systems")
def test_a_killed_child_is_an_error_in_the_receipt(job, monkeypatch, tmp_path):
    as_child(monkeypatch, tmp_path, "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    (receipt,) = run(job)
    assert receipt.error["code"] == "ReaderStopped" and receipt.error["fix"]


def test_a_child_that_takes_too_long_is_ended(job, monkeypatch, tmp_path):
    as_child(monkeypatch, tmp_path, "import time; time.sleep(60)")
    (receipt,) = run(job, Limits(seconds=1))
    assert receipt.error["code"] == "TooSlow" and "1 seconds" in receipt.error["what"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its address space")
def test_a_child_that_takes_too_much_memory_is_refused(job, monkeypatch, tmp_path):
    real = Path(parent.ROOT, "analytics", "ingest", "child.py").read_text()
    greedy = (
        "from pathlib import Path\n"
        + real.split("if __name__")[0]
        + "\nlimit(json.loads(sys.stdin.readline())['limits'])\nx = bytearray(2 * 1024 ** 3)\n"
    )
    as_child(monkeypatch, tmp_path, greedy)
    (receipt,) = run(job, Limits(mebibytes=512))
    assert receipt.error["code"] == "TooMuchMemory" and "512 MB" in receipt.error["what"]


def test_a_load_can_be_cancelled(job, monkeypatch, tmp_path):
    as_child(monkeypatch, tmp_path, "import time; time.sleep(60)")
    cancelled = threading.Event()
    threading.Timer(0.3, cancelled.set).start()
    (receipt,) = run(job, cancelled=cancelled)
    assert receipt.error["code"] == "Cancelled"


def test_the_child_does_not_inherit_secrets(job, monkeypatch, tmp_path):
    monkeypatch.setenv("GLEANER_SECRET_TOKEN", "s3cret")
    as_child(monkeypatch, tmp_path, f"import os; open({str(tmp_path / 'seen')!r}, 'w').write(repr(dict(os.environ)))")
    run(job)
    assert "s3cret" not in (tmp_path / "seen").read_text()


def test_a_file_that_is_no_spreadsheet_is_an_error_in_the_receipt(tmp_path):
    (tmp_path / "upload").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (receipt,) = run(Job(tmp_path / "upload", "sales.csv", tmp_path / "out"))
    assert receipt.error["what"] and receipt.error["fix"]


def test_the_child_does_not_import_heavy_libraries():
    heavy = "{'pandas', 'sqlalchemy', 'streamlit', 'plotly', 'scipy'}"
    code = f"import sys, analytics.ingest.file; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", code], cwd=parent.ROOT, text=True).strip() == "[]"


def several(tmp_path, count: int) -> list[Job]:
    """Jobs of as many files, each with one row more than the one before."""
    jobs = []
    for number in range(1, count + 1):
        upload = tmp_path / f"upload-{number}"
        upload.write_text(ORDERS + "2,Ben,2026-01-06,20.00\n" * (number - 1))
        jobs.append(Job(upload, f"orders-{number}.csv", tmp_path / f"out-{number}"))
    return jobs


def test_several_files_come_back_in_their_order_with_their_steps(tmp_path):
    steps = []
    found = list(run_all(several(tmp_path, 4), progress=steps.append))
    assert [[(told.file, told.rows_used) for told in receipts] for receipts in found] == [
        [(f"orders-{number}.csv", number)] for number in range(1, 5)
    ]
    assert {"orders-1.csv: reading the file", "orders-4.csv: writing tables"} <= set(steps)


def test_one_process_reads_one_file_after_the_other(tmp_path, monkeypatch):
    started = []
    monkeypatch.setattr(parent.subprocess, "Popen", counted(started, subprocess.Popen))
    with Children(Limits(), threading.Event(), [tmp_path]) as children:
        for job in several(tmp_path, 3):
            assert children.read(job, lambda step: None)[0].error is None
    assert len(started) == 1


def counted(started: list, popen):
    def start(*arguments, **said):
        started.append(arguments)
        return popen(*arguments, **said)

    return start


DIES_OF_BAD = """
import json, os, sys
for line in sys.stdin:
    name = json.loads(line)["job"]["name"]
    if "bad" in name:
        os._exit(3)
    receipt = {"file": name, "warnings": [], "ignored": [], "choices_needed": []}
    print(json.dumps({"receipts": [receipt]}), flush=True)
"""


def test_a_dead_child_is_replaced_and_only_its_own_file_fails(monkeypatch, tmp_path):
    as_child(monkeypatch, tmp_path, DIES_OF_BAD)
    names = ["a", "b", "bad", "c", "bad too", "d", "e"]
    jobs = [Job(tmp_path / name, name, tmp_path / "out" / name) for name in names]
    codes = [receipt.error and receipt.error["code"] for (receipt,) in run_all(jobs)]
    assert codes == [None, None, "ReaderStopped", None, "ReaderStopped", None, None]


def test_when_several_are_cancelled_each_file_says_so(monkeypatch, tmp_path):
    as_child(monkeypatch, tmp_path, "import time; time.sleep(60)")
    cancelled = threading.Event()
    threading.Timer(0.3, cancelled.set).start()
    found = list(run_all(several(tmp_path, 5), cancelled=cancelled))
    assert [receipt.error["code"] for (receipt,) in found] == ["Cancelled"] * 5


def test_what_progress_raises_ends_the_children(tmp_path):
    def stop(step: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(run_all(several(tmp_path, 3), progress=stop))
    with pytest.raises(KeyboardInterrupt):
        run(several(tmp_path, 1)[0], progress=stop)
