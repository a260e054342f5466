"""Which of the kept results are shown: those of one tool, the starred ones, those of today or of the last days."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Signal,
)
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from singan_studio.ui.widgets.icon_engine import icon
from singan_studio.ui.widgets.tiles import STARRED

FACTS = STARRED + 1
"""Role of an item's `Facts`."""

WEEK = 7
"""Days, today included."""


@dataclass(frozen=True)
class Facts:
    """What a result is found by: the name and title of its tool, and when it was made, None where that is unknown."""

    tool: str = ""
    title: str = ""
    created: datetime | None = None


UNKNOWN = Facts()


@dataclass(frozen=True)
class ResultFilter:
    """What is shown: results of one tool (empty: of every tool), made within so many days (0: at any time)."""

    tool: str = ""
    starred: bool = False
    days: int = 0

    def shows(self, facts: Facts, starred: bool, since: datetime | None) -> bool:
        """Return whether a result is shown; `since` is what `begin` says."""
        if (self.tool and facts.tool != self.tool) or (self.starred and not starred):
            return False
        return since is None or (facts.created is not None and facts.created >= since)

    def begin(self, now: datetime) -> datetime | None:
        """Return the midnight from which results are shown."""
        if not self.days:
            return None
        today = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        return today - timedelta(days=self.days - 1)


def moment(text: str) -> datetime | None:
    """Return the time that a project names, ISO 8601 and UTC; None for a text of strangers that is none."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


EVERYTHING = ResultFilter()


class FilteredResults(QSortFilterProxyModel):
    """The results that a filter lets through, in their order."""

    def __init__(self, results: QAbstractItemModel, parent: QObject) -> None:
        super().__init__(parent)
        self._filter, self._since = EVERYTHING, EVERYTHING.begin(datetime.now())
        self.setSourceModel(results)

    def set_filter(self, chosen: ResultFilter) -> None:
        self.beginFilterChange()
        self._filter, self._since = chosen, chosen.begin(datetime.now())
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        if self._filter == EVERYTHING:
            return True
        index = self.sourceModel().index(row, 0, parent)
        facts = index.data(FACTS) or UNKNOWN
        return self._filter.shows(facts, bool(index.data(STARRED)), self._since)


class FilterButton(QToolButton):
    """Opens the menu of what to show. It is checked while something is hidden."""

    changed = Signal(object)  # ResultFilter

    def __init__(self, results: QAbstractItemModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("filter")
        self.setIcon(icon("filter"))
        self.setCheckable(True)
        self.setAccessibleName(self.tr("Filter"))
        self.setToolTip(self.tr("Show the results of one tool, the starred or the latest ones alone"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._results, self.filter = results, EVERYTHING
        self._menu = QMenu(self)
        self._menu.setObjectName("filterMenu")
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def reset(self) -> None:
        """Show everything."""
        self._take(EVERYTHING)

    def _take(self, chosen: ResultFilter) -> None:
        self.filter = chosen
        self.setChecked(chosen != EVERYTHING)
        self.changed.emit(chosen)

    def _fill(self) -> None:
        """Offer the tools that results are of."""
        self._menu.clear()
        tools = QActionGroup(self._menu)
        self._choice(tools, self.tr("All tools"), "tool", "")
        for title, name in sorted({(facts.title, facts.tool) for facts in self._facts() if facts.tool}):
            self._choice(tools, title, "tool", name)
        self._menu.addSeparator()
        starred = self._menu.addAction(self.tr("Starred only"))
        starred.setObjectName("starred")
        starred.setCheckable(True)
        starred.setChecked(self.filter.starred)
        starred.toggled.connect(lambda on: self._take(replace(self.filter, starred=on)))
        self._menu.addSeparator()
        times = QActionGroup(self._menu)
        for words, days in (
            (self.tr("At any time"), 0),
            (self.tr("Today"), 1),
            (self.tr("Last 7 days"), WEEK),
        ):
            self._choice(times, words, "days", days)

    def _choice(self, group: QActionGroup, words: str, name: str, value: Any) -> None:
        action = QAction(words, self._menu)
        action.setObjectName(f"{name}-{value}")
        action.setCheckable(True)
        action.setChecked(getattr(self.filter, name) == value)
        action.triggered.connect(lambda _=False: self._take(replace(self.filter, **{name: value})))
        group.addAction(action)
        self._menu.addAction(action)

    def _facts(self) -> list[Facts]:
        rows = range(self._results.rowCount())
        return [self._results.index(row, 0).data(FACTS) or UNKNOWN for row in rows]

    def nextCheckState(self) -> None:
        """Stay as the filter says: a click opens the menu."""
