"""The maths of SinGAN: resampling, pyramid, networks, penalty, training, sampling. torch, no Qt."""

import os

# Read by OpenMP when torch is first imported. By default its threads spin while they wait for each other: beside any
# other busy program a step on two threads then takes twenty times as long (docs/PERFORMANCE.md).
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
