"""Real threads that start at the same moment, each with its own connection."""

import fcntl
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier

from django.db import OperationalError, connection

from core.problems import Problem


def race(*actions):
    """Run the actions at once; returns each one's result, or the exception that it raised."""
    start = Barrier(len(actions))

    def run(action):
        try:
            connect(start)
            start.wait()
            return action()
        except Exception as error:  # noqa: BLE001  (the test looks at it)
            return error
        finally:
            connection.close()

    with one_at_a_time(), ThreadPoolExecutor(len(actions)) as threads:
        return list(threads.map(run, actions))


@contextmanager
def one_at_a_time():
    """Two races of 64 in two test processes would want more connections than PostgreSQL gives."""
    with Path(tempfile.gettempdir(), "clusterwise-races.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def connect(start, patience=10):
    """Open this thread's connection; those of the race before may be closing still."""
    end = time.monotonic() + patience
    while True:
        try:
            connection.ensure_connection()
            return
        except OperationalError:
            if time.monotonic() > end:
                start.abort()  # nobody waits for a thread that will not come
                raise
            time.sleep(0.05)


def problems(results):
    """The codes of the Problems among the results of a race; any other exception is raised."""
    for result in results:
        if isinstance(result, Exception) and not isinstance(result, Problem):
            raise result
    return [result.code for result in results if isinstance(result, Problem)]
