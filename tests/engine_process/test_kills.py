"""SIGKILL at any moment of a training loses no finished scale and damages no file."""

from engine_projects import TINY, make_project, of, output_of

from singan_studio.core.cancel import NEVER
from singan_studio.core.events import RunFinished, RunStarted
from singan_studio.project.store import ProjectStore


def test_killed_trainings_keep_finished_scales(tmp_path):
    from singan_studio.engine_process.jobs import run_training

    paths = [tmp_path / f"{number:02}.singan" for number in range(21)]
    for path in paths:
        make_project(path, TINY.but(iterations=3))
    killed = int(output_of("engine_killed_trainings.py", tmp_path, 1))
    assert killed >= 5, "most had finished before they were killed"

    halfway = []
    for path in paths[1:]:
        log = path.with_suffix(".log")
        reported = log.read_text().splitlines() if log.exists() else []
        with ProjectStore.open(path) as store:
            model = store.models()[0].id
            scales = store.scales(model)
            assert len(store.scale_blobs(model)) == len(scales)
        assert [scale.scale for scale in scales] == list(range(len(scales)))
        assert (
            len(reported) <= len(scales) <= len(reported) + 1
        )  # killed between saving a scale and reporting it
        assert not path.with_name(f"{path.name}-wal").exists()
        if 0 < len(scales) < 4:
            halfway.append((path, model, len(scales)))

    assert halfway
    path, model, finished = halfway[0]
    events = []
    run_training(path, model, events.append, NEVER, "cpu", 1)
    assert of(RunStarted, events)[0].first_scale == finished
    assert events[-1] == RunFinished(events[-1].seconds, 4)
