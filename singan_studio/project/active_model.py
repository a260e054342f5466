"""Which of a project's models pictures are made with."""

from __future__ import annotations

from singan_studio.project.store import ModelInfo, ProjectStore

KEY = "current_model"
"""Key of the project's meta values; the value is a model's id."""


def current_model(store: ProjectStore) -> ModelInfo | None:
    """The model of the picture itself that was chosen, else the newest; None before a training was begun.

    A model that is still learned in the background is not chosen: the earlier one stays in use until it is ready.
    """
    models = [model for model in store.models() if model.kind == "base"]
    chosen = store.get_meta(KEY)
    return next((model for model in models if model.id == chosen), models[-1] if models else None)


def model_to_draw_from(store: ProjectStore) -> ModelInfo | None:
    """The current model if it has something learned, else the newest one that has; None when there is none."""
    current = current_model(store)
    others = [model for model in reversed(store.models()) if model.kind == "base"]
    candidates = [current, *others] if current else others
    return next((model for model in candidates if store.scales(model.id)), None)


def choose_model(store: ProjectStore, model_id: str) -> None:
    """Make pictures with this model from now on. Raises `BadInput` for an unknown id."""
    store.set_meta(KEY, store.model(model_id).id)
