"""Choose which of a project's models makes pictures."""

from __future__ import annotations

from singan_studio.project.store import ModelInfo, ProjectStore

KEY = "current_model"
"""Key of the project's meta values; the value is a model's id."""


def active_model(store: ProjectStore) -> ModelInfo | None:
    """Return the base model that was chosen, else the newest one; None before a training was begun.

    A model that is still learned in the background is not chosen: the earlier one stays in use until it is ready.
    """
    models = [model for model in store.models() if model.kind == "base"]
    chosen = store.get_meta(KEY)
    return next((model for model in models if model.id == chosen), models[-1] if models else None)


def model_to_draw_from(store: ProjectStore) -> ModelInfo | None:
    """Return the active model if it has a finished scale, else the newest base model that has one, else None."""
    active = active_model(store)
    others = [model for model in reversed(store.models()) if model.kind == "base"]
    candidates = [active, *others] if active else others
    return next((model for model in candidates if store.scales(model.id)), None)


def choose_model(store: ProjectStore, model_id: str) -> None:
    """Make a model the active one. Raises `BadInput` for an unknown id."""
    store.set_meta(KEY, store.model(model_id).id)
