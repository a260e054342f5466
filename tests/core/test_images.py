"""Every kind of real picture file becomes 8-bit sRGB or is refused in one line."""

from __future__ import annotations

import io
import os
import struct
from pathlib import Path

import cv2
import numpy as np
import pytest
from picture_files import cmyk_profile, grey_profile, png_chunk, png_file, png_start, rgb_profile
from PIL import Image

from singan_studio.core.errors import BadInput
from singan_studio.core.images import MAX_SIDE, Picture, decode_picture, load_picture


def saved(image: Image.Image, kind: str, **options) -> Picture:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return decode_picture(file.getvalue(), f"test.{kind.lower()}")


def codes(picture: Picture) -> list[str]:
    return [notice.code for notice in picture.notices]


@pytest.fixture
def noise() -> np.ndarray:
    """Return (20, 30, 3) uint8."""
    return np.random.default_rng(1).integers(0, 256, (20, 30, 3), dtype=np.uint8)


@pytest.mark.parametrize("kind", ["PNG", "BMP", "TIFF", "PPM"])
def test_lossless_colour_is_kept_exactly(noise, kind):
    picture = saved(Image.fromarray(noise), kind)
    assert np.array_equal(picture.pixels, noise)
    assert picture.pixels.dtype == np.uint8
    assert picture.pixels.flags.writeable
    assert picture.alpha is None
    assert picture.notices == ()


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_lossy_colour_is_about_right(kind):
    picture = saved(Image.new("RGB", (24, 16), (200, 100, 50)), kind, quality=95)
    assert picture.pixels.shape == (16, 24, 3)
    assert np.abs(picture.pixels.astype(int) - (200, 100, 50)).max() <= 4


def test_grey_and_black_and_white_become_three_equal_channels(noise):
    grey = saved(Image.fromarray(noise[..., 0]), "PNG")
    assert np.array_equal(grey.pixels, np.repeat(noise[..., :1], 3, axis=2))
    bits = saved(Image.fromarray(noise[..., 0] > 127), "PNG")
    assert np.array_equal(bits.pixels[..., 1], np.where(noise[..., 0] > 127, 255, 0))


def test_palette_gives_its_colours_and_its_transparent_entry():
    image = Image.new("P", (3, 1))
    image.putpalette([10, 20, 30, 200, 100, 0, 0, 0, 255])
    image.putdata([0, 1, 2])
    assert saved(image, "PNG").pixels.tolist() == [[[10, 20, 30], [200, 100, 0], [0, 0, 255]]]
    by_index = saved(image, "PNG", transparency=1)
    assert by_index.alpha is not None
    assert by_index.alpha.tolist() == [[255, 0, 255]]
    by_table = saved(image, "PNG", transparency=bytes((255, 128, 0)))
    assert by_table.alpha is not None
    assert by_table.alpha.tolist() == [[255, 128, 0]]


def test_alpha_is_separate_and_none_for_opaque_pictures(noise):
    alpha = noise[..., 1]
    picture = saved(Image.fromarray(np.dstack([noise, alpha])), "PNG")
    assert np.array_equal(picture.pixels, noise)
    assert picture.alpha is not None
    assert np.array_equal(picture.alpha, alpha)
    assert saved(Image.fromarray(np.dstack([noise, np.full_like(alpha, 255)])), "PNG").alpha is None


def test_grey_with_alpha(noise):
    picture = saved(Image.fromarray(noise[..., :2], "LA"), "PNG")
    assert np.array_equal(picture.pixels[..., 2], noise[..., 0])
    assert picture.alpha is not None
    assert np.array_equal(picture.alpha, noise[..., 1])


@pytest.mark.parametrize("ending", ["png", "tif"])
def test_sixteen_bit_grey_is_scaled_and_not_clipped(tmp_path, ending):
    deep = np.array([[0, 128, 129, 257, 32768, 65407, 65535]], np.uint16).repeat(3, axis=0)
    path = tmp_path / f"deep.{ending}"
    cv2.imwrite(str(path), deep)
    picture = load_picture(path)
    assert picture.pixels[0, :, 0].tolist() == [0, 0, 1, 1, 128, 255, 255]
    assert picture.notices == ()


def test_sixteen_bit_grey_with_a_transparent_value():
    deep = np.array([[1000, 2000], [65535, 1000]], np.uint16)
    picture = decode_picture(png_file(deep, 0, png_chunk(b"tRNS", struct.pack(">H", 1000))), "t")
    assert picture.alpha is not None
    assert picture.alpha.tolist() == [[0, 255], [255, 0]]
    assert picture.pixels[..., 0].tolist() == [[4, 8], [255, 4]]


def test_sixteen_bit_grey_with_alpha():
    deep = np.array([[[65535, 65535], [257 * 7, 257 * 9]]], np.uint16)
    picture = decode_picture(png_file(deep, 4), "t")
    assert picture.alpha is not None
    assert picture.alpha.tolist() == [[255, 9]]
    assert picture.pixels[0, :, 1].tolist() == [255, 7]


@pytest.mark.parametrize("ending", ["png", "tif", "ppm"])
def test_sixteen_bit_colour_is_scaled(tmp_path, ending):
    deep = np.random.default_rng(2).integers(0, 65536, (20, 30, 3), dtype=np.uint16)
    deep[0, :2] = [[0, 0, 0], [65535, 65535, 65535]]
    path = tmp_path / f"deep.{ending}"
    cv2.imwrite(str(path), deep[..., ::-1])
    picture = load_picture(path)
    assert np.abs(picture.pixels - deep / 257).max() <= 1
    assert picture.pixels[0, :2].tolist() == [[0] * 3, [255] * 3]


def float_tiff(values: np.ndarray) -> Picture:
    return saved(Image.fromarray(values.astype(np.float32)), "TIFF")


def test_float_tiff_of_zero_to_one_is_the_full_range():
    picture = float_tiff(np.array([[0, 0.5, 0.25]]))
    assert picture.pixels[0, :, 0].tolist() == [0, 128, 64]
    assert picture.notices == ()


def test_float_tiff_of_another_range_is_stretched_with_a_notice():
    picture = float_tiff(np.array([[-2.0, 0, 2, np.nan, np.inf]]))
    assert picture.pixels[0, :, 0].tolist() == [0, 128, 255, 0, 0]
    assert str(picture.notices[0]) == "The picture's values, -2 to 2, were stretched to black to white."


def test_float_tiff_of_nothing_but_one_value_or_nan_does_not_break():
    assert float_tiff(np.full((2, 2), 7.0)).pixels.max() == 0
    assert float_tiff(np.full((2, 2), np.nan)).pixels.max() == 0


def test_32_bit_integers_beyond_sixteen_bits_are_stretched():
    picture = saved(Image.fromarray(np.array([[0, 50_000, 100_000]], np.int32)), "TIFF")
    assert picture.pixels[0, :, 0].tolist() == [0, 128, 255]
    assert codes(picture) == ["picture.stretched"]


def test_cmyk_without_profile_is_guessed_with_a_notice():
    picture = saved(Image.new("CMYK", (20, 20), (255, 0, 0, 0)), "TIFF")
    red, green, blue = picture.pixels[0, 0].tolist()
    assert red < 60
    assert min(green, blue) > 150
    assert codes(picture) == ["picture.cmyk_guess"]


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_cmyk_follows_its_profile(kind):
    image = Image.new("CMYK", (20, 20), (255, 0, 0, 0))
    image.paste((0, 0, 0, 0), (0, 0, 20, 10))
    picture = saved(image, kind, icc_profile=cmyk_profile())
    red, green, blue = picture.pixels[18, 5].astype(int)
    assert red > green + 80  # pink by the profile; plain conversion would give cyan
    assert blue > green
    assert picture.pixels[1, 5].min() > 250
    assert picture.notices == ()


def test_colour_profile_is_applied():
    image = Image.new("RGB", (8, 8), (255, 0, 0))
    swapped = saved(image, "PNG", icc_profile=rgb_profile("bgr"))
    assert np.abs(swapped.pixels[0, 0].astype(int) - (0, 0, 255)).max() <= 3
    linear = saved(Image.new("RGB", (8, 8), (55, 55, 55)), "JPEG", icc_profile=rgb_profile(gamma=1.0))
    assert np.abs(linear.pixels[0, 0].astype(int) - 128).max() <= 3
    assert linear.notices == ()


def test_the_usual_srgb_profile_changes_nothing(noise):
    from PIL import ImageCms

    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert np.array_equal(saved(Image.fromarray(noise), "PNG", icc_profile=srgb).pixels, noise)


def test_profile_of_grey_and_of_a_palette_and_with_alpha():
    grey = Image.new("L", (4, 4), 55)
    assert abs(int(saved(grey, "PNG", icc_profile=grey_profile(1.0)).pixels[0, 0, 0]) - 128) <= 3
    assert abs(int(saved(grey, "PNG", icc_profile=rgb_profile(gamma=1.0)).pixels[0, 0, 0]) - 128) <= 3
    palette = Image.new("P", (4, 4))
    palette.putpalette([255, 0, 0])
    assert saved(palette, "PNG", icc_profile=rgb_profile("bgr")).pixels[0, 0, 2] > 250
    clear = saved(Image.new("RGBA", (4, 4), (255, 0, 0, 77)), "PNG", icc_profile=rgb_profile("bgr"))
    assert clear.pixels[0, 0, 2] > 250
    assert clear.alpha is not None
    assert clear.alpha[0, 0] == 77


@pytest.mark.parametrize("profile", [grey_profile(1.0), cmyk_profile(), b"this is no profile at all"])
def test_a_mismatched_profile_is_ignored_with_a_notice(noise, profile):
    picture = saved(Image.fromarray(noise), "PNG", icc_profile=profile)
    assert np.array_equal(picture.pixels, noise)
    assert codes(picture) == ["picture.profile_ignored"]


def test_lab_tiff_is_converted():
    white = saved(Image.new("LAB", (4, 4), (255, 128, 128)), "TIFF")
    assert white.pixels.min() >= 250


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_exif_rotation_is_applied(kind, orientation):
    upright = np.zeros((16, 32, 3), np.uint8)
    upright[:8, :16] = (255, 0, 0)
    upright[:8, 16:] = (0, 255, 0)
    stored = {
        1: upright,
        2: upright[:, ::-1],
        3: upright[::-1, ::-1],
        4: upright[::-1],
        5: upright.transpose(1, 0, 2),
        6: upright.transpose(1, 0, 2)[::-1],
        7: upright[::-1, ::-1].transpose(1, 0, 2),
        8: upright.transpose(1, 0, 2)[:, ::-1],
    }[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"quality": 100, "subsampling": 0} if kind == "JPEG" else {}
    picture = saved(Image.fromarray(np.ascontiguousarray(stored)), kind, exif=exif, **options)
    assert picture.pixels.shape == upright.shape
    assert np.abs(picture.pixels.astype(int) - upright).max() < 60


def test_unreadable_exif_is_ignored(noise):
    picture = saved(Image.fromarray(noise), "PNG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff junk")
    assert np.array_equal(picture.pixels, noise)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "TIFF"])
def test_first_frame_of_an_animation_is_used_with_a_notice(kind):
    frames = [Image.new("RGB", (16, 16), colour) for colour in ((255, 0, 0), (0, 255, 0), (0, 0, 255))]
    picture = saved(frames[0], kind, save_all=True, append_images=frames[1:])
    assert np.abs(picture.pixels[8, 8].astype(int) - (255, 0, 0)).max() < 10
    assert codes(picture) == ["picture.first_frame"]


def test_one_picture_in_a_format_for_animations_gives_no_notice(noise):
    assert saved(Image.fromarray(noise), "GIF").notices == ()


def test_phone_photo_with_a_second_picture_behind_it_gives_no_notice(noise):
    extra = Image.fromarray(noise[::2, ::2].copy())
    assert saved(Image.fromarray(noise), "MPO", save_all=True, append_images=[extra]).notices == ()


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_big_jpeg_is_shrunk_with_a_notice(mode):
    picture = saved(Image.new(mode, (6000, 4000)), "JPEG")
    assert picture.pixels.shape == (2731, MAX_SIDE, 3)
    said = "The picture had 6000x4000 px; it was shrunk to 4096 px on its longer side."
    assert said in [str(notice) for notice in picture.notices]


def test_big_pictures_with_rotation_and_alpha_are_shrunk():
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = saved(Image.new("L", (9000, 300)), "JPEG", exif=exif)
    assert turned.pixels.shape == (MAX_SIDE, 137, 3)
    clear = saved(Image.new("RGBA", (5000, 50), (1, 2, 3, 100)), "PNG")
    assert clear.pixels.shape == (41, MAX_SIDE, 3)
    assert clear.alpha is not None
    assert clear.alpha.shape == (41, MAX_SIDE)
    deep = decode_picture(png_file(np.full((20, 5000), 30000, np.uint16), 0), "deep")
    assert deep.pixels.shape == (16, MAX_SIDE, 3)
    assert deep.pixels[3, 3, 0] == 117


def test_size_at_the_limit_is_not_touched():
    picture = saved(Image.new("L", (MAX_SIDE, 20)), "PNG")
    assert picture.pixels.shape == (20, MAX_SIDE, 3)
    assert picture.notices == ()


# --- what is refused -------------------------------------------------------------------------------------------


def refusal(path: Path) -> BadInput:
    with pytest.raises(BadInput) as caught:
        load_picture(path)
    line = str(caught.value)
    assert "\n" not in line
    assert str(path) in line
    assert "{" not in line
    return caught.value


def test_missing_file_folder_and_empty_file(tmp_path):
    assert refusal(tmp_path / "none.png").code == "picture.missing"
    assert refusal(tmp_path).code == "picture.is_folder"
    (tmp_path / "empty.png").touch()
    assert refusal(tmp_path / "empty.png").code == "picture.empty"
    with pytest.raises(BadInput, match="pasted is empty"):
        decode_picture(b"", "pasted")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.png")
    assert refusal(tmp_path / "pipe.png").code == "picture.kind"


@pytest.mark.parametrize(
    "content", [b"just some words\n", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"<svg/>", b"\xff\xd8\xff"]
)
def test_files_that_are_no_pictures_are_refused_whatever_their_name(tmp_path, content):
    path = tmp_path / "words.png"
    path.write_bytes(content)
    assert refusal(path).code in ("picture.kind", "picture.damaged")


def test_text_named_png_names_what_is_allowed(tmp_path):
    path = tmp_path / "words.png"
    path.write_text("hello\n")
    assert "allowed are PNG, JPEG" in str(refusal(path))


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP", "GIF", "BMP", "PPM"])
def test_truncated_file_is_refused(tmp_path, noise, kind):
    file = io.BytesIO()
    Image.fromarray(noise).save(file, kind)
    path = tmp_path / "half"
    path.write_bytes(file.getvalue()[: len(file.getvalue()) * 6 // 10])
    assert refusal(path).code in ("picture.damaged", "picture.kind")


@pytest.mark.parametrize("progressive", [False, True])
def test_of_a_photo_without_its_end_the_rest_is_read(tmp_path, progressive):
    file = io.BytesIO()
    Image.effect_noise((200, 200), 90).save(file, "JPEG", progressive=progressive)
    whole, path = decode_picture(file.getvalue(), "whole"), tmp_path / "half.jpg"
    path.write_bytes(file.getvalue()[:-1500])
    picture = load_picture(path)
    assert codes(picture) == ["picture.cut_off"]
    if not progressive:
        assert np.array_equal(picture.pixels[:150], whole.pixels[:150])
        assert np.ptp(picture.pixels[-16:, 100:]) == 0


@pytest.mark.parametrize("length", [300])
def test_a_photo_of_which_nothing_is_there_is_refused(tmp_path, length):
    file = io.BytesIO()
    Image.effect_noise((200, 200), 90).save(file, "JPEG")
    path = tmp_path / "head.jpg"
    path.write_bytes(file.getvalue()[:length])
    assert refusal(path).code in ("picture.damaged", "picture.kind")


def test_flipped_bytes_give_a_picture_or_a_refusal(noise):
    rng = np.random.default_rng(3)
    for kind in ("PNG", "JPEG", "GIF", "TIFF", "WEBP", "BMP", "AVIF"):
        file = io.BytesIO()
        Image.fromarray(noise).save(file, kind)
        for _ in range(40):
            data = bytearray(file.getvalue())
            for place in rng.integers(0, len(data), 4):
                data[place] = rng.integers(256)
            try:
                decode_picture(bytes(data), "flipped")
            except BadInput as refused:
                assert "\n" not in str(refused)  # noqa: PT017 - both outcomes are right


def test_decompression_bomb_is_refused_by_its_header(tmp_path):
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", 50_000, 40_000, 8, 2, 0, 0, 0))
    path = tmp_path / "bomb.png"
    path.write_bytes(png_start(header + png_chunk(b"IDAT", b"x")))
    refused = refusal(path)
    assert refused.code == "picture.too_large"
    assert "50000x40000 px; at most 200 megapixels" in str(refused)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_refused(tmp_path):
    path = tmp_path / "secret.png"
    path.write_bytes(b"x")
    path.chmod(0)
    assert refusal(path).code == "picture.unreadable"
