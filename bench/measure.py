"""Time and memory of a piece of work, alone in a process of its own."""

import json
import os
import re
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

MEGABYTE = 1024  # kilobytes


def measured(work):
    """(what the work gives, its `seconds`, `cpu` seconds and the process's `peak` in MB)"""
    os.sync()  # what others have written is not for this work to wait for
    forget_peak()
    cpu, begin = spent(), time.perf_counter()
    found = work()
    figures = {"seconds": time.perf_counter() - begin, "cpu": spent() - cpu, "peak": peak()}
    return found, figures


def spent():
    """Seconds of processors that this process has used, in all its threads."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def forget_peak():
    """Begin to count the peak anew, where the system lets a process do so."""
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        return


def peak():
    """The most memory that this process has held, in MB."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    return int(re.search(r"VmHWM:\s+(\d+)", status.read_text())[1]) / MEGABYTE


def apart(work, *arguments):
    """What a function of `bench.work` gives in a new process, by name."""
    command = [sys.executable, "-m", "bench.work", work, *map(str, arguments)]
    root = Path(__file__).parent.parent
    done = subprocess.run(command, cwd=root, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def medians(runs):
    """The median of each figure over several runs."""
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}
