"""The maths of SinGAN: resampling, pyramid, networks, penalty, training, sampling. torch, no Qt."""
