"""The rules of the quality gate and the verdict on a table of figures. Numbers only."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, geometric_mean
from typing import Any

Row = Mapping[str, Any]
"""The figures of one picture: those of `bench.quality`, and the cost of its training."""

FIGURES = (
    "detail",
    "swd",
    "band",
    "coherence_rel",
    "completeness_rel",
    "nnf_div",
    "novelty",
    "diversity",
    "seconds",
    "cpu_seconds",
    "peak_mb",
    "threads",
)
"""Columns of the table."""

MEANS: dict[str, Callable[[Sequence[float]], float]] = {"mean": fmean, "geometric mean": geometric_mean}


@dataclass(frozen=True)
class Rule:
    """Limits for a figure: for its mean over the pictures, or for that of "each" picture."""

    figure: str
    of: str  # each | mean | geometric mean
    low: float = -math.inf
    high: float = math.inf

    def judged(self, rows: Sequence[Row]) -> list[float | None]:
        """Return the values that are judged; None for one that is missing or no number."""
        values = [_number(row.get(self.figure)) for row in rows]
        if self.of == "each":
            return list(values)
        known = [value for value in values if value is not None]
        if not known or len(known) < len(values) or (self.of == "geometric mean" and min(known) <= 0):
            return [None]
        return [MEANS[self.of](known)]

    def passes(self, rows: Sequence[Row]) -> bool:
        """Return whether there are values and all are within the limits; a missing one fails."""
        values = self.judged(rows)
        return bool(values) and all(value is not None and self.low <= value <= self.high for value in values)

    @property
    def limits(self) -> str:
        if math.isinf(self.low):
            return f"at most {self.high:g}"
        return f"at least {self.low:g}" if math.isinf(self.high) else f"{self.low:g} to {self.high:g}"


NOVELTY = 0.42
"""What the published samples of the seven pictures have on average."""

RULES: dict[str, tuple[Rule, ...]] = {
    "standard": (
        Rule("detail", "mean", high=0.060),
        Rule("detail", "each", high=0.10),
        Rule("band", "each", 0.85, 1.10),
        Rule("swd", "geometric mean", high=0.028),
        Rule("coherence_rel", "mean", high=0.86),
        Rule("coherence_rel", "each", high=1.0),
        Rule("completeness_rel", "mean", high=0.92),
        Rule("nnf_div", "mean", low=0.18),
        Rule("nnf_div", "each", low=0.08),
        Rule("novelty", "mean", low=NOVELTY),
        Rule("diversity", "each", low=0.45),
    ),
    "draft": (
        Rule("detail", "mean", high=0.075),
        Rule("swd", "geometric mean", high=0.035),
        Rule("coherence_rel", "mean", high=0.92),
        Rule("novelty", "mean", low=NOVELTY),
    ),
}
"""The rules of each preset; `faithful` is the reference and is not judged."""


def table(rows: Sequence[Row]) -> str:
    """Return Markdown: a line per picture, then their means, for swd the geometric one too."""
    lines = [_line("picture", *FIGURES), _line(*["---"] * (len(FIGURES) + 1))]
    lines += [_line(str(row["picture"]), *(_shown(row.get(name), name) for name in FIGURES)) for row in rows]
    for of in MEANS:
        columns = FIGURES[:-1] if of == "mean" else ("swd",)
        means = (_shown(Rule(name, of).judged(rows)[0], name) if name in columns else "" for name in FIGURES)
        lines.append(_line(of, *means))
    return "\n".join(lines)


def verdict(preset: str, rows: Sequence[Row]) -> str:
    """Return Markdown: every rule of the preset with the figures found, and whether all hold."""
    rules = RULES.get(preset, ())
    if not rules:
        return f"`{preset}` is not judged."
    lines = [_line("rule", "asked", "found", ""), _line(*["---"] * 4)]
    for rule in rules:
        found = ", ".join(_shown(value, rule.figure) for value in rule.judged(rows))
        word = "pass" if rule.passes(rows) else "FAIL"
        lines.append(_line(f"{rule.figure}, {rule.of}", rule.limits, found, word))
    failed = sum(not rule.passes(rows) for rule in rules)
    lines.append("")
    lines.append(f"`{preset}` passes." if not failed else f"`{preset}` fails {failed} of {len(rules)} rules.")
    return "\n".join(lines)


def passes(preset: str, rows: Sequence[Row]) -> bool:
    """Return whether all rules of the preset hold; one without rules passes."""
    return all(rule.passes(rows) for rule in RULES.get(preset, ()))


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else None


def _shown(value: Any, figure: str) -> str:
    number = _number(value)
    if number is None:
        return "none"
    return f"{number:.0f}" if figure in ("seconds", "cpu_seconds", "peak_mb", "threads") else f"{number:.3f}"


def _line(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"
