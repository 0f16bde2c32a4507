"""The ramp of colours: one for every surface, and a number on it that can be read."""

import re

import pytest
from hypothesis import given

from paintrack.views.heat_ramp import PALETTE_256, TRUE_COLOUR, heat_cell, heat_colour
from tests.strategies import scores

_STEPS = (0, 95, 135, 175, 215, 255)  # of each channel in the cube of the 256 colours


def channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def cube_channels(number: int) -> tuple[int, ...]:
    """What xterm shows for one of the 216 colours from 16 on."""
    place = number - 16
    return tuple(_STEPS[place // size % 6] for size in (36, 6, 1))


def luminance(colour: tuple[int, ...]) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in map(_share, colour)]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def _share(channel: int) -> float:
    return channel / 255


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("score", range(11))
def test_a_number_on_its_colour_can_be_read(score: int) -> None:
    colour = heat_colour(score)
    ink = channels(colour.ink)
    assert contrast(ink, channels(colour.ground)) >= 4.5
    assert contrast(ink, cube_channels(colour.ground_256)) >= 4.5
    assert 16 <= colour.ground_256 <= 231


def test_the_ramp_goes_from_teal_over_amber_to_red_brown() -> None:
    (r0, _, b0), (r5, g5, b5), (r10, g10, b10) = (channels(heat_colour(score).ground) for score in (0, 5, 10))
    assert b0 > r0
    assert r5 > b5 < g5
    assert r10 > 2 * g10 > 2 * b10
    assert len({heat_colour(score).ground for score in range(11)}) == 11
    assert len({heat_colour(score).ground_256 for score in range(11)}) == 11


@pytest.mark.parametrize(("score", "whole"), [(0, 0), (0.4, 0), (0.5, 1), (9.4, 9), (9.5, 10), (10, 10)])
def test_a_score_between_two_has_the_nearest_colour(score: float, whole: int) -> None:
    assert heat_colour(score) == heat_colour(whole)


def test_a_cell_says_its_colours_in_what_the_terminal_has() -> None:
    assert heat_cell("[7]", 7, 0) == "[7]"
    assert heat_cell("[7]", 7, PALETTE_256) == "\x1b[38;5;16;48;5;215m[7]\x1b[0m"
    assert heat_cell(" 10 ", 10, TRUE_COLOUR) == "\x1b[38;2;255;255;255;48;2;168;50;42m 10 \x1b[0m"


@given(score=scores)
def test_a_cell_keeps_its_text_and_ends_its_colours(score: float) -> None:
    for colours in (PALETTE_256, TRUE_COLOUR):
        cell = heat_cell(f"[{score}]", score, colours)
        assert re.sub(r"\x1b\[[0-9;]*m", "", cell) == f"[{score}]"
        assert cell.endswith("\x1b[0m")
