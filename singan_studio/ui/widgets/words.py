"""Numbers in words, as coarse as they are useful."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QLocale

FRACTION = re.compile(r"(?<![\d\w])(?<!\d\.)(\d+)\.(\d+)(?!\.?\d)(?!\w)")
"""A number with a fraction, which is neither a version nor part of a name."""


def duration(seconds: float) -> str:
    """Return a length of time in words: "20 s", "4 min", "1 h 20 min"."""
    if seconds < 55:
        return QCoreApplication.translate("words", "{n} s").format(n=max(round(seconds / 5) * 5, 5))
    minutes = max(round(seconds / 60), 1)
    if minutes < 60:
        return QCoreApplication.translate("words", "{n} min").format(n=minutes)
    hours, minutes = divmod(round(minutes / 10) * 10, 60)
    if minutes == 0:
        return QCoreApplication.translate("words", "{n} h").format(n=hours)
    return QCoreApplication.translate("words", "{h} h {m} min").format(h=hours, m=minutes)


def time_left(seconds: float) -> str:
    """Return what remains of a job in words, such as "about 4 min left"."""
    if seconds < 5:
        return QCoreApplication.translate("words", "almost done")
    return QCoreApplication.translate("words", "about {time} left").format(time=duration(seconds))


def byte_count(count: int) -> str:
    """Return the size of a file in words: "840 kB", "2.4 MB", "31 MB"."""
    if count < 1_000_000:
        return QCoreApplication.translate("words", "{n} kB").format(n=max(round(count / 1000), 1))
    megabytes = count / 1_000_000
    digits = 1 if megabytes < 10 else 0
    return QCoreApplication.translate("words", "{n} MB").format(n=decimal(megabytes, digits))


def percent(share: float) -> str:
    """Return a share of 1 in whole percent, written as the window's language does: "40%" or "40 %"."""
    return QCoreApplication.translate("words", "{n}%").format(n=decimal(100 * share, 0))


def decimal(value: float, digits: int) -> str:
    """Return a number with so many digits after the decimal sign of the window's language: "2.40" or "2,40"."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(value), "f", digits)


def numbers_in(text: str) -> str:
    """Return a text such as "0.5" or "1.5..8" with the decimal sign of the window's language."""
    return FRACTION.sub(rf"\1{QLocale().decimalPoint()}\2", text)


def significant(value: float, digits: int) -> str:
    """Return a number with at most so many significant digits, in the window's language."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(value), "g", digits)
