"""Looking up acupuncture points by code or name, with the patient's own sessions."""

from collections import Counter
from collections.abc import Sequence

from paintrack.commands._shared.context import Context
from paintrack.data.point_table import Point, load_points
from paintrack.model.acupuncture.points import point_codes, texts_of_points
from paintrack.model.name_kind import NameKind
from paintrack.model.selection import Selection
from paintrack.views import point_card as views


def named_points(text: str) -> list[Point]:
    """The points that the text names by code or name, each once; none if a part of the text is not a point.

    A name that two points share gives both.
    Raises UsageError for a text of several lines.
    """
    codes = [point_codes(each, load_points) for each in texts_of_points(text, load_points)]
    by_code = {point.code: point for point in load_points()}
    return [by_code[code] for code in dict.fromkeys(code for each in codes for code in each)] if all(codes) else []


def show_points(context: Context, points: Sequence[Point], *, as_json: bool) -> None:
    """Show each point in full with the patient's own sessions, and say which of them share a name."""
    console = context.console
    with context.open_reader() as reader:
        recorded = {each.name: each for each in reader.recorded_names(NameKind.POINT)}
        cards = [
            views.PointCard(
                point,
                [session.label for session in reader.sessions(Selection(point=point.code))],
                recorded.get(point.code),
            )
            for point in points
        ]
    if as_json:
        console.say_json([views.point_record(card) for card in cards])
        return
    console.say("\n\n".join(views.point_card(card, width=console.width, plain=console.plain) for card in cards))
    for name, times in Counter(card.point.pinyin for card in cards).items():
        if times > 1:
            console.hint(f"{times} points are named {name}.")
