"""Models beside the base model, and the upgrade of a draft, on a real project with a real trainer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from model_driving import answer_of
from pytestqt.qtbot import QtBot

from singan_studio.core.config import PRESETS, preset
from singan_studio.ui.project.project_model import ProjectModel
from singan_studio.ui.training.extra_models import ExtraModels, Needed
from singan_studio.ui.training.training_model import Phase, TrainingModel
from singan_studio.ui.training.upgrade_model import UpgradeModel

START_MS = 180_000  # a process that imports torch on a busy machine
ENLARGE = Needed("enlarge", preset("draft", min_size=12, max_size=48))


@pytest.fixture(autouse=True)
def quick_standard(monkeypatch: pytest.MonkeyPatch) -> None:
    config = PRESETS["standard"].but(
        iterations=2, min_size=12, channels=8, window=0, coarse_factor=1.0, windows=1
    )
    monkeypatch.setitem(PRESETS, "standard", config)


@pytest.fixture
def extra(project: ProjectModel) -> Iterator[ExtraModels]:
    extra = ExtraModels(project)
    yield extra
    extra.close()


@pytest.fixture
def upgrade(project: ProjectModel, learning: TrainingModel, extra: ExtraModels) -> UpgradeModel:
    return UpgradeModel(project, learning, extra)


def test_a_model_is_found_once_the_project_has_it(
    qtbot: QtBot, extra: ExtraModels, learned_project: ProjectModel
) -> None:
    base = learned_project.model
    assert base is not None
    with qtbot.waitSignal(extra.changed, timeout=30_000):
        assert extra.find(ENLARGE) is None
    assert extra.find(ENLARGE) is None
    answer_of(qtbot, learned_project, lambda r: r.add_extra(ENLARGE.kind, ENLARGE.config, base.id))
    learned_project.use_model(base.id)  # another active model: what is known is asked for again
    qtbot.waitUntil(lambda: extra.find(ENLARGE) is not None, timeout=30_000)
    found = extra.find(ENLARGE)
    assert found is not None
    assert not found.finished


def test_the_time_of_a_training_follows_from_that_of_the_base_model(
    extra: ExtraModels, learned_project: ProjectModel
) -> None:
    base = learned_project.model
    assert base is not None
    took = sum(scale.seconds for scale in base.scales)
    assert extra.seconds_to_learn(Needed("base", base.config)) == pytest.approx(took)
    longer = base.config.but(iterations=2 * base.config.iterations)
    seconds = extra.seconds_to_learn(Needed("base", longer))
    assert seconds is not None
    assert took < seconds < 2 * took  # a scale has costs beside its iterations


def test_without_a_project_there_is_no_time_and_nothing_is_learned(extra: ExtraModels) -> None:
    assert extra.seconds_to_learn(ENLARGE) is None
    extra.learn(ENLARGE, "cpu", 1)
    assert extra.learning.phase is Phase.IDLE


def test_an_unfinished_draft_and_other_presets_are_not_upgraded(
    upgrade: UpgradeModel, learned_project: ProjectModel, learning: TrainingModel
) -> None:
    assert upgrade.offered
    assert upgrade.needed == Needed("base", preset("standard", max_size=48, seed=0))
    learning.phase = Phase.PAUSED
    assert upgrade.needed is None
    assert not upgrade.offered
    learning.phase = Phase.FINISHED
    learned_project.close_project()
    assert upgrade.needed is None


def test_the_upgrade_is_offered_when_a_draft_has_just_been_finished(
    qtbot: QtBot, upgrade: UpgradeModel, learned_project: ProjectModel, learning: TrainingModel
) -> None:
    with qtbot.assertNotEmitted(upgrade.offer):
        learning.show_model(learned_project.model)
    learning.phase = Phase.PAUSED
    with qtbot.waitSignal(upgrade.offer):
        learning._set_phase(Phase.LEARNING)
        learning._set_phase(Phase.FINISHED)


def test_the_draft_stays_active_until_the_better_model_is_learned(
    qtbot: QtBot,
    upgrade: UpgradeModel,
    extra: ExtraModels,
    learned_project: ProjectModel,
    learning: TrainingModel,
) -> None:
    draft = learned_project.model
    assert draft is not None
    with qtbot.waitSignal(upgrade.done, timeout=START_MS):
        upgrade.start("cpu", 1)
        qtbot.waitUntil(lambda: upgrade.running, timeout=30_000)
        assert learned_project.model is draft
        assert not upgrade.offered
        assert upgrade.learning is extra.learning
    qtbot.waitUntil(lambda: learned_project.model is not draft, timeout=30_000)
    assert learned_project.model is not None
    assert learned_project.model.config.preset == "standard"
    assert learning.phase is Phase.FINISHED
    assert upgrade.needed is None
