"""Works on the pictures of a batch on Dask distributed: one task a picture, on this computer or on others."""

from __future__ import annotations

import logging
import os
import queue
import signal
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Any

from singan_studio.cli.batch.task import PictureOutcome, PictureTask, run_task
from singan_studio.cli.guard import FAILED
from singan_studio.core.cancel import CancelToken
from singan_studio.core.errors import BadInput
from singan_studio.core.messages import english

if TYPE_CHECKING:
    from distributed import Client, LocalCluster

LOCAL = "local"
POLL_SECONDS = 0.1
CONNECT_SECONDS = 10
QUIET: dict[str, Any] = {"dashboard_address": None, "silence_logs": logging.CRITICAL}
UNWATCHED = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.admin.tick.interval": "1s",
    "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": None,
}
"""Settings of Dask for a cluster that nobody watches. Its profiler and monitors take a twentieth of the time, and
giving each large block of memory back to the system at once takes half of it."""
RETRIES = 3
"""How often a picture is given to another worker after its own was lost or could not work."""


@contextmanager
def connected(where: str, count: int) -> Iterator[Client]:
    """Connect to a cluster: "local" for `count` workers of this computer, one thread each, or a scheduler's address.

    Raises `BadInput` when there is none. A local one is ended at once when the body fails, whatever it is doing.
    """
    try:
        from distributed import Client
        from distributed.comm.addressing import resolve_address
    except ImportError as error:
        raise BadInput("batch.no_distributed") from error
    logging.getLogger("distributed").setLevel(
        logging.CRITICAL
    )  # lost workers are none of the user's business
    with ExitStack() as stack:
        try:
            if where == LOCAL:
                cluster = local_cluster(count)
                stack.callback(_close, cluster)
                stack.push(lambda kind, *_: _kill_workers(cluster) if kind else None)
                where = cluster.scheduler_address
            resolve_address(where)  # a client with a wrong one could not be closed
            client = Client(where, timeout=CONNECT_SECONDS, set_as_default=False)
            stack.callback(_close, client)
        except (OSError, ValueError) as error:
            reason = (str(error) or type(error).__name__).rstrip(".")
            raise BadInput("batch.no_cluster", address=where, reason=reason) from error
        yield client


def local_cluster(count: int) -> LocalCluster:
    """Start `count` workers on this computer, a process and one thread each."""
    from dask import config
    from distributed import LocalCluster

    with config.set(UNWATCHED):
        return LocalCluster(n_workers=count, threads_per_worker=1, memory_limit=0, **QUIET)


def on_cluster(
    client: Client, tasks: Sequence[PictureTask], cpu: bool, cancel: CancelToken
) -> Generator[PictureOutcome]:
    """Carry out the tasks on the cluster and yield what comes of each when it is done.

    If a worker offers the resource GPU, only such workers get tasks, unless the `cpu` is to be used. Raises
    `Cancelled`; a remote worker then finishes the picture that it is at.
    """
    resources = None if cpu or not _offers_gpu(client) else {"GPU": 1}
    done: queue.SimpleQueue[Any] = queue.SimpleQueue()
    pictures = {}
    for task in tasks:
        future = client.submit(run_task, task, pure=True, retries=RETRIES, resources=resources)
        pictures[future.key] = task.picture
        future.add_done_callback(done.put)
    for _ in tasks:
        future = _next(done, cancel)
        yield _outcome(future, pictures[future.key])


def _close(part: Client | LocalCluster) -> None:
    """Close a connection; on a busy machine that may take too long, which takes nothing away from what was made."""
    with suppress(OSError):
        part.close()


def _kill_workers(cluster: LocalCluster) -> None:
    for nanny in cluster.workers.values():
        nanny.auto_restart = False
        if nanny.pid:
            os.kill(nanny.pid, signal.SIGKILL)


def _offers_gpu(client: Client) -> bool:
    return bool(client.run_on_scheduler(_resources_include_gpu))


def _resources_include_gpu(dask_scheduler: Any) -> bool:
    return any(worker.resources.get("GPU") for worker in dask_scheduler.workers.values())


def _next(done: queue.SimpleQueue[Any], cancel: CancelToken) -> Any:
    """Return the next future that is done."""
    while True:
        cancel.check()
        try:
            return done.get(timeout=POLL_SECONDS)
        except queue.Empty:
            continue


def _outcome(future: Any, picture: str) -> PictureOutcome:
    """Return what came of a picture. It has failed when its workers were lost again and again."""
    error = future.exception()
    if error is None:
        return future.result()
    reason = english("batch.lost", {"reason": " ".join(str(error).split()) or type(error).__name__})
    return PictureOutcome(picture, FAILED, reason, (), 0.0)
