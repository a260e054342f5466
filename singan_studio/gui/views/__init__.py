"""The parts of the window: each shows one view-model with passive widgets."""
