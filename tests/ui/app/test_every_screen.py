"""Every screen of the real window bears a change of language and theme, closing and opening again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from singan_studio.ui.app import folders

WALK = Path(__file__).parents[2] / "support" / "screen_walk.py"
OF_THE_PLATFORM = "This plugin does not support"  # says the one that has no display


def test_walk_through_every_screen_says_nothing_in_the_logs(
    learned_file: Path, picture: Path, tmp_path: Path
):
    project = Path(shutil.copy(learned_file, tmp_path / "hills.singan"))
    done = subprocess.run(
        [sys.executable, str(WALK), str(project), str(picture)],
        capture_output=True,
        text=True,
        timeout=900,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    said = [line for line in done.stderr.splitlines() if not line.startswith(OF_THE_PLATFORM)]
    logs = list(folders.logs().glob("*.log"))
    logged = [line for log in logs for line in log.read_text().splitlines()]
    assert (done.returncode, said, logged) == (0, [], []), done.stdout
    assert len(done.stdout.splitlines()) > 30
    assert logs
