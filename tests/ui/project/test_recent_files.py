"""Recent projects in a real settings file."""

from __future__ import annotations

import json
from pathlib import Path

from model_driving import signals_of
from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage

from singan_studio.ui.project.recent import FACTS_KEY, KEY, LIMIT, RecentFacts, RecentFiles, thumbnail_of


def files(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number}.singan" for number in range(count)]
    for path in paths:
        path.touch()
    return paths


def test_the_newest_project_comes_first_and_only_once(settings: QSettings, tmp_path: Path) -> None:
    recent, (first, second) = RecentFiles(settings), files(tmp_path, 2)
    emitted = signals_of(recent, "changed")
    for path in (first, second, first):
        recent.add(path)
    assert recent.paths() == [first, second]
    assert emitted == ["changed"] * 3


def test_the_list_is_bounded_and_survives_the_program(settings: QSettings, tmp_path: Path) -> None:
    paths = files(tmp_path, LIMIT + 2)
    for path in paths:
        RecentFiles(settings).add(path)
    settings.sync()
    again = QSettings(settings.fileName(), QSettings.Format.IniFormat)
    assert RecentFiles(again).paths() == paths[:1:-1]


def test_a_list_of_one_comes_back_from_the_settings_file(settings: QSettings, tmp_path: Path) -> None:
    (path,) = files(tmp_path, 1)
    RecentFiles(settings).add(path)
    settings.sync()
    assert RecentFiles(QSettings(settings.fileName(), QSettings.Format.IniFormat)).paths() == [path]


def test_missing_files_are_left_out_until_they_are_back(settings: QSettings, tmp_path: Path) -> None:
    recent, (first, second) = RecentFiles(settings), files(tmp_path, 2)
    recent.add(first)
    recent.add(second)
    first.unlink()
    assert recent.paths() == [second]
    first.touch()
    assert recent.paths() == [second, first]


def test_cleared_and_senseless_settings_have_no_projects(settings: QSettings, tmp_path: Path) -> None:
    recent = RecentFiles(settings)
    recent.add(files(tmp_path, 1)[0])
    recent.clear()
    assert recent.paths() == []
    settings.setValue(KEY, ["", 7])
    assert recent.paths() == []


def test_facts_of_projects_survive_the_program_and_go_with_them(settings: QSettings, tmp_path: Path) -> None:
    recent, paths = RecentFiles(settings), files(tmp_path, LIMIT + 1)
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    facts = RecentFacts("2026-11-29T12:00:00", 3, 9, thumbnail_of(image))
    recent.add(paths[0])
    recent.note(paths[0], facts)
    settings.sync()
    again = RecentFiles(QSettings(settings.fileName(), QSettings.Format.IniFormat))
    assert again.facts(paths[0]) == facts
    assert again.facts(paths[0]).image().width() == 144
    for path in paths[1:]:
        recent.add(path)
    recent.note(paths[1], facts)
    assert recent.facts(paths[0]) == RecentFacts(), "it is no recent project any more"
    settings.setValue(FACTS_KEY, "no JSON")
    assert recent.facts(paths[1]) == RecentFacts()
    odd = json.dumps({str(paths[1]): {"done": "many", "scales": 9, "other": None}, str(paths[2]): 7})
    settings.setValue(FACTS_KEY, odd)
    assert recent.facts(paths[1]) == RecentFacts(scales=9)
    assert recent.facts(paths[2]) == RecentFacts()
