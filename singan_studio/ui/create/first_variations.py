"""Makes the first variations of a new picture by itself, so that something is there to go on with."""

from __future__ import annotations

import json

from PySide6.QtCore import QObject

from singan_studio.project.records import FIRST_KEY
from singan_studio.ui.create.live_preview import LivePreview
from singan_studio.ui.create.picture_maker import Kind, PictureMaker
from singan_studio.ui.create.rendering import Rendering
from singan_studio.ui.create.results_model import ResultsModel
from singan_studio.ui.create.tool_model import ToolModel
from singan_studio.ui.project.project_data import ProjectData
from singan_studio.ui.project.project_model import ProjectModel


class FirstVariations(QObject):
    """Generates once for every project in which nothing was made or learned, as soon as the renderer is ready."""

    def __init__(
        self,
        project: ProjectModel,
        tool_model: ToolModel,
        results: ResultsModel,
        picture_maker: PictureMaker,
        rendering: Rendering,
        live_preview: LivePreview,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._tool_model, self._results = project, tool_model, results
        self._rendering, self._live_preview = rendering, live_preview
        self._wanted = False
        project.opened.connect(self._take)
        project.closed.connect(self._drop)
        picture_maker.changed.connect(self._begin)
        tool_model.tool_changed.connect(self._begin)
        rendering.ready.connect(self._begin)

    def _take(self, opened: ProjectData) -> None:
        untouched = opened.model is None and not opened.results
        self._wanted = untouched and not opened.settings.get(FIRST_KEY)

    def _drop(self) -> None:
        self._wanted = False

    def _begin(self) -> None:
        tool_model = self._tool_model
        variations = tool_model.spec.output == "pictures" and tool_model.maker.kind is Kind.PATCHES
        if not self._wanted or not variations or not tool_model.available or self._rendering.engine is None:
            return
        self._wanted = False
        self._project.set_meta(FIRST_KEY, json.dumps({"made": True}))
        self._live_preview.stop()  # the first variation is the same picture
        self._results.generate()
