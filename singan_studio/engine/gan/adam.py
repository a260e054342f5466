"""The optimizer of the networks: Adam on torch's own kernels.

Torch's class of that name does the same, but imports torch's compiler, which costs a training two seconds before its
first step, and 75 MB throughout.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import torch
from torch import Tensor
from torch.optim.adam import adam

EPSILON = 1e-8
FUSED = ("cpu", "cuda")
"""Devices on which one kernel does a whole step."""


class Adam:
    """Adam (Kingma and Ba, 2015) without weight decay, for parameters on one device."""

    def __init__(
        self, parameters: Iterable[Tensor], learning_rate: float, betas: tuple[float, float]
    ) -> None:
        self.learning_rate = learning_rate
        self._parameters = list(parameters)
        self._betas = betas
        self._fused = self._parameters[0].device.type in FUSED
        self._state: dict[int, dict[str, Tensor]] = {}  # by index of the parameter

    def zero_grad(self) -> None:
        for parameter in self._parameters:
            parameter.grad = None

    @torch.no_grad()
    def step(self) -> None:
        """Move every parameter that has a gradient."""
        moved = {
            index: parameter for index, parameter in enumerate(self._parameters) if parameter.grad is not None
        }
        for index, parameter in moved.items():
            if index not in self._state:
                self._state[index] = self._first_state(parameter)
        states = [self._state[index] for index in moved]
        adam(
            list(moved.values()),
            [p.grad for p in moved.values() if p.grad is not None],
            [state["exp_avg"] for state in states],
            [state["exp_avg_sq"] for state in states],
            [],
            [state["step"] for state in states],
            fused=self._fused,
            amsgrad=False,
            beta1=self._betas[0],
            beta2=self._betas[1],
            lr=self.learning_rate,
            weight_decay=0.0,
            eps=EPSILON,
            maximize=False,
        )

    def tensors(self) -> dict[str, Tensor]:
        """Return moments and step counts as "index.key"; empty before the first step."""
        return {
            f"{index}.{key}": value for index, state in self._state.items() for key, value in state.items()
        }

    def load(self, tensors: Mapping[str, Tensor]) -> None:
        """Restore what `tensors` returned for an optimizer of the same parameters.

        Checkpoints hold contiguous tensors, so the parameters must be contiguous too: the fused kernel walks parameter,
        gradient and moments as plain memory and would pair up the wrong numbers, silently.
        """
        self._state = {}
        for name, value in tensors.items():
            index, key = name.split(".", 1)
            parameter = self._parameters[int(index)]
            place = self._place_of_steps(parameter) if key == "step" else parameter.device
            self._state.setdefault(int(index), {})[key] = value.to(place, copy=True)

    def _first_state(self, parameter: Tensor) -> dict[str, Tensor]:
        return {
            "step": torch.zeros((), device=self._place_of_steps(parameter)),
            "exp_avg": torch.zeros_like(parameter),
            "exp_avg_sq": torch.zeros_like(parameter),
        }

    def _place_of_steps(self, parameter: Tensor) -> torch.device:
        """Return where counts of steps are: beside the parameter for the fused kernel, else where Python reads them."""
        return parameter.device if self._fused else torch.device("cpu")
