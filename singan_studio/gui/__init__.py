"""The window. This process never imports torch."""

from singan_studio.gui.immortals import make_immortal

make_immortal()
