"""Estimates of a film's size that are dropped while they are made."""

from __future__ import annotations

import logging

import numpy as np
import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from singan_studio.export.settings import ExportSettings
from singan_studio.ui.animate.estimating import PATIENCE_MS, Estimating
from singan_studio.ui.animate.exporting import Shape
from singan_studio.ui.app.background_worker import BackgroundWorker


@pytest.mark.parametrize("after_ms", [PATIENCE_MS + 5, PATIENCE_MS + 60])
def test_a_dropped_estimate_gives_no_answer_and_no_line_in_the_log(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture, after_ms: int
) -> None:
    noise = np.random.default_rng(0)
    frames = [noise.integers(0, 256, (600, 900, 3), np.uint8) for _ in range(4)]
    thread, answers = BackgroundWorker(), []
    estimating = Estimating(thread, lambda: frames)
    estimating.estimated.connect(answers.append)
    estimating.begin(Shape(frames=40, fps=24, width=900, height=600), ExportSettings())
    QTest.qWait(after_ms)
    estimating.stop()
    thread.close()
    assert answers == []
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []
