"""A page with four charts under eight closed-loop sessions: reruns a second and the 95th percentile."""

import asyncio
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

ROOT = Path(__file__).parents[1]
SESSIONS = 8
SECONDS = 20
WARM_UP_SECONDS = 8
LEAST_A_SECOND = 40
MOST_MILLISECONDS = 300


def main() -> None:
    """Start the production server on the sample data, press rerun in eight sessions, print what came back."""
    with tempfile.TemporaryDirectory(prefix="gleaner-bench-") as home:
        _load_sample(Path(home) / "sample")
        port = _free_port()
        server = _server(home, port)
        try:
            _wait_until_up(port, server)
            taken = asyncio.run(_closed_loop(port))
        finally:
            server.terminate()
            server.wait(20)
    _report(taken)


def _load_sample(workspace: Path) -> None:
    files = [
        file for file in sorted((ROOT / "sample_data" / "files").iterdir()) if file.suffix in {".csv", ".xlsx", ".tsv"}
    ]
    command = [sys.executable, "-m", "analytics", "load", *map(str, files), "--workspace", str(workspace), "--json"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _server(home: str, port: int) -> subprocess.Popen:
    words = [
        "run",
        "bench/four_charts/serve.py",
        "--server.address",
        "127.0.0.1",
        "--server.port",
        str(port),
        "--server.headless",
        "true",
    ]
    environment = {**os.environ, "GLEANER_HOME": home}
    return subprocess.Popen(
        [sys.executable, "-m", "streamlit", *words], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
    )


def _wait_until_up(port: int, server: subprocess.Popen) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    sys.exit("the server did not start")


async def _closed_loop(port: int) -> list[float]:
    """Milliseconds of every rerun after the warm-up, over all sessions."""
    stop_at = time.monotonic() + WARM_UP_SECONDS + SECONDS
    found = await asyncio.gather(*(_session(port, stop_at) for _ in range(SESSIONS)))
    return [milliseconds for session in found for milliseconds in session]


async def _session(port: int, stop_at: float) -> list[float]:
    import websockets

    taken = []
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    async with websockets.connect(address, subprotocols=["streamlit"], max_size=None) as channel:
        while time.monotonic() < stop_at:
            started = time.monotonic()
            await channel.send(_rerun())
            await _until_finished(channel)
            if started > stop_at - SECONDS:
                taken.append((time.monotonic() - started) * 1000)
    return taken


def _rerun() -> bytes:
    message = BackMsg()
    message.rerun_script.query_string = "data=sample"
    return message.SerializeToString()


async def _until_finished(channel: object) -> None:
    errors = []
    while True:
        message = ForwardMsg()
        message.ParseFromString(await channel.recv())
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
            errors.append(message.delta.new_element.exception.message)
        if kind == "script_finished":
            if errors:
                sys.exit(f"the page failed: {errors[0]}")
            return


def _report(taken: list[float]) -> None:
    a_second = len(taken) / SECONDS
    worst = statistics.quantiles(taken, n=20)[-1]
    print(f"{SESSIONS} closed-loop sessions on a page with four charts, {len(taken):,} reruns in {SECONDS} s")
    verdict = "holds" if a_second >= LEAST_A_SECOND else "BROKEN"
    print(f"reruns a second  {a_second:6.1f}, bound {LEAST_A_SECOND}: {verdict}")
    print(f"median           {statistics.median(taken):6.0f} ms")
    verdict = "holds" if worst <= MOST_MILLISECONDS else "BROKEN"
    print(f"p95              {worst:6.0f} ms, bound {MOST_MILLISECONDS}: {verdict}")
