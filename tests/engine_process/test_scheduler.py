"""The order of the renderer's jobs, without a process."""

from __future__ import annotations

from singan_studio.engine_process.messages import OpenProject, Render
from singan_studio.engine_process.scheduler import RenderJob, RenderScheduler

OPENED = OpenProject("a.singan", "cpu", 1)


def job(request: int, kind: str) -> RenderJob:
    return RenderJob(Render(request, "{}", kind), OPENED)


def begun(scheduler: RenderScheduler, count: int) -> list[int]:
    """Return the requests of the next jobs, each of which is done at once."""
    found = []
    for _ in range(count):
        following = scheduler.next()
        assert following is not None
        found.append(following.command.request)
        scheduler.done(following)
    return found


def test_finishing_comes_last_and_none_is_replaced():
    scheduler = RenderScheduler()
    for request, kind in ((1, "finish"), (2, "finish"), (3, "thumbnail"), (4, "result"), (5, "finish")):
        scheduler.put(job(request, kind))
    assert begun(scheduler, 5) == [4, 3, 1, 2, 5]


def test_finishing_gives_way_to_any_other_job_and_starts_over():
    scheduler = RenderScheduler()
    scheduler.put(job(1, "finish"))
    scheduler.put(job(2, "finish"))
    finishing = scheduler.next()
    assert finishing is not None
    scheduler.put(job(3, "finish"))
    assert not finishing.cancel.token.cancelled
    scheduler.put(job(4, "thumbnail"))
    assert finishing.cancel.token.cancelled
    assert finishing.interrupted
    assert scheduler.set_aside(finishing)
    assert not finishing.cancel.token.cancelled
    assert begun(scheduler, 4) == [4, 1, 2, 3]


def test_cancelled_finishing_does_not_start_over():
    scheduler = RenderScheduler()
    scheduler.put(job(1, "finish"))
    finishing = scheduler.next()
    assert finishing is not None
    scheduler.put(job(2, "live"))
    assert not scheduler.cancel(1)
    assert not scheduler.set_aside(finishing)
    scheduler.put(job(3, "finish"))
    assert scheduler.cancel(3)
    assert begun(scheduler, 1) == [2]


def test_hurried_finishing_comes_before_results_and_interrupts_another_finishing():
    scheduler = RenderScheduler()
    for request in (1, 2, 3):
        scheduler.put(job(request, "finish"))
    finishing = scheduler.next()
    assert finishing is not None
    scheduler.hurry(3)
    assert finishing.interrupted
    assert scheduler.set_aside(finishing)
    scheduler.put(job(4, "result"))
    assert begun(scheduler, 4) == [3, 4, 1, 2]


def test_running_finishing_that_is_hurried_goes_on_when_results_come():
    scheduler = RenderScheduler()
    scheduler.put(job(1, "finish"))
    finishing = scheduler.next()
    assert finishing is not None
    scheduler.hurry(1)
    scheduler.put(job(2, "result"))
    assert not finishing.cancel.token.cancelled
    assert scheduler.more_urgent_than(finishing) is None


def test_finishing_that_was_interrupted_is_hurried_too():
    scheduler = RenderScheduler()
    scheduler.put(job(1, "finish"))
    scheduler.put(job(2, "finish"))
    finishing = scheduler.next()
    assert finishing is not None
    scheduler.put(job(3, "live"))
    scheduler.hurry(1)
    scheduler.put(job(4, "result"))
    assert scheduler.set_aside(finishing)
    assert begun(scheduler, 4) == [3, 1, 4, 2]
