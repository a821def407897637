"""Eight connections on loopback, bounded in time, and the processor time of the server behind them.

The requests come from wrk where it is installed, else from threads of our own, which take their share
of the same processors.
"""

import http.client
import os
import shutil
import socket
import statistics
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

CONNECTIONS = 8
_WARM_UP = 0.2
_TICKS = os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """Return a port on which nobody listens just now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port


@dataclass(frozen=True)
class Load:
    """What a page took: requests a second, milliseconds at the middle and for 95 in 100, CPU for each."""

    requests: int
    rate: float
    p50: float
    p95: float
    cpu: float

    def figure(self) -> str:
        """Return the figures in one line."""
        return f"{self.rate:,.0f}/s, p50 {self.p50:.1f} ms, p95 {self.p95:.1f} ms, {self.cpu:.2f} ms CPU"


def asked_for(site: str, paths: list[str], *, pid: int, seconds: float) -> Load:
    """Ask for paths in turn for some seconds, and return what it took."""
    _wait_for(site)
    _ask(site, paths, seconds * _WARM_UP)
    if wrk := shutil.which("wrk"):
        return _by_wrk(wrk, site, paths, pid=pid, seconds=seconds)
    before = _cpu_of(pid)
    began = time.perf_counter()
    times = _ask(site, paths, seconds)
    took = time.perf_counter() - began
    cpu = (_cpu_of(pid) - before) / max(1, len(times)) * 1000
    times.sort()
    return Load(
        len(times),
        len(times) / took,
        statistics.median(times) * 1000,
        times[int(len(times) * 0.95)] * 1000,
        cpu,
    )


_SCRIPT = """
local paths = {{{paths}}}
local place = 0
request = function()
  place = place % #paths + 1
  return wrk.format("GET", paths[place], {{["Accept-Encoding"] = "gzip"}})
end
done = function(summary, latency, requests)
  io.write(string.format("%d %d %f %f %d\\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(95), summary.errors.status))
end
"""


def _by_wrk(wrk: str, site: str, paths: list[str], *, pid: int, seconds: float) -> Load:
    """Ask by wrk, which takes next to nothing of the processor that the server needs."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(_SCRIPT.format(paths=", ".join(f'"{path}"' for path in paths)))
        script.flush()
        before = _cpu_of(pid)
        words = [
            wrk,
            "-t1",
            f"-c{CONNECTIONS}",
            f"-d{max(1, round(seconds))}s",
            "-s",
            script.name,
            site,
        ]
        said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    count, duration, p50, p95, errors = said.strip().splitlines()[-1].split()
    if int(errors):
        raise SystemExit(f"{errors} of {count} answers for {paths[0]} and its like were errors")
    cpu = (_cpu_of(pid) - before) / int(count) * 1000
    rate = int(count) / (int(duration) / 1e6)
    return Load(int(count), rate, float(p50) / 1000, float(p95) / 1000, cpu)


def _ask(site: str, paths: list[str], seconds: float) -> list[float]:
    times: list[float] = []
    until = time.perf_counter() + seconds
    threads = [
        threading.Thread(target=_one_connection, args=(site, paths, number, until, times))
        for number in range(CONNECTIONS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def _one_connection(
    site: str, paths: list[str], number: int, until: float, times: list[float]
) -> None:
    connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=60)
    place = number * 7
    while (began := time.perf_counter()) < until:
        connection.request("GET", paths[place % len(paths)], headers={"Accept-Encoding": "gzip"})
        response = connection.getresponse()
        response.read()
        if response.status != 200:
            raise SystemExit(f"{paths[place % len(paths)]} answered {response.status}")
        times.append(time.perf_counter() - began)
        place += 1
    connection.close()


def _wait_for(site: str) -> None:
    for _ in range(300):
        connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=60)
        try:
            connection.request("GET", "/")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"{site} does not answer")


def _cpu_of(pid: int) -> float:
    """Return the processor seconds of a process and of its children, as the kernel counts them."""
    total = 0.0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(folder.name) == pid or int(fields[1]) == pid:
            total += (int(fields[11]) + int(fields[12])) / _TICKS
    return total
