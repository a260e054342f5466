"""SinGAN Studio: take one picture, let a GAN learn it, and create with it."""

__version__ = "0.1.0"
