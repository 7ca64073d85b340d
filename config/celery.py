"""The Celery application: the queue carries ids of job rows, never the work itself."""

import os
import signal
import warnings

from celery import Celery
from celery.signals import worker_process_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("clusterwise")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

# It warns of pickled messages run as root; ours are JSON.
warnings.filterwarnings("ignore", message="You're running the worker with superuser privileges")


@worker_process_init.connect
def let_the_parent_end_it(**kwargs):
    """honcho and Ctrl-C signal the whole group; a pool process that ends by itself hangs its
    parent, which would have ended it in good order."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
