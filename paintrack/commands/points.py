"""Acupuncture points: those of the patient's sessions with their counts, or one looked up."""

import difflib
from typing import Annotated

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.options.common_options import JsonOption
from paintrack.commands._shared.point_lookup import named_points, show_points
from paintrack.data.point_table import full_names, load_points
from paintrack.errors import NotFoundError
from paintrack.model.acupuncture.points import codes_of_similar
from paintrack.model.displayed_text import listed, typed_words
from paintrack.model.name_kind import NameKind
from paintrack.model.typed.typed_text import folded, one_line
from paintrack.views.point_card import PointCard, own_point_records, own_points, point_list, point_record

Search = Annotated[
    list[str] | None, typer.Argument(metavar="[SEARCH]", help="A code, a name or a part of one: st36, zusanli, 合谷.")
]


def run(context: Context, search: Search = None, as_json: JsonOption = False) -> None:
    """List the points of your sessions, or look one up: its names, its meridian, your sessions with it.

    paintrack points st36
    paintrack points zusanli
    """
    if not search:
        _show_own(context, as_json=as_json)
        return
    text = one_line(" ".join(search), "The point")
    if points := named_points(text):
        show_points(context, points, as_json=as_json)
        return
    codes = codes_of_similar(text, load_points)
    similar = [point for point in load_points() if point.code in codes or folded(point.meridian) == folded(text)]
    if not similar:
        raise NotFoundError(_unknown(text))
    if as_json:
        context.console.say_json([point_record(PointCard(point, (), None)) for point in similar])
    else:
        context.console.say(point_list(similar, width=context.console.width))


def _show_own(context: Context, *, as_json: bool) -> None:
    with context.open_reader() as reader:
        names = reader.recorded_names(NameKind.POINT)
    console = context.console
    if as_json:
        console.say_json(own_point_records(names))
    else:
        full = full_names(each.name for each in names)
        console.say(own_points(names, full, width=console.width, plain=console.plain))


def _unknown(text: str) -> str:
    names = {point.pinyin.casefold(): point for point in load_points()}
    near = [f"{names[name].pinyin} ({names[name].code})" for name in difflib.get_close_matches(text.casefold(), names)]
    sentence = f"{typed_words(text)} is not in the table of points."
    return (
        f"{sentence} Near it: {listed(near)}."
        if near
        else f"{sentence} A code such as ST36 or a name such as Zusanli is."
    )
