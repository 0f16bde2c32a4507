"""A point of acupuncture by its code or name, with one's own sessions."""

from collections.abc import Sequence

from paintrack.commands._shared.context import Context
from paintrack.data.point_table import Point, load_points
from paintrack.model.acupuncture.points import point_codes
from paintrack.model.recorded_name import NameKind
from paintrack.model.selection import Selection
from paintrack.views import point_card as views


def named_points(text: str) -> list[Point]:
    """The points that the text is a code or a name of: none, one, or the two of one name."""
    codes = point_codes(text, load_points)
    return [point for point in load_points() if point.code in codes]


def show_points(context: Context, points: Sequence[Point], *, as_json: bool) -> None:
    """Show each in full with one's own sessions; of several, that each is one of its name."""
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
    if len({card.point.pinyin for card in cards}) < len(cards):
        console.hint(f"{len(cards)} points have this name.")
