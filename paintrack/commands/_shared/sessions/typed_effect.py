"""What the words behind `effect` are, where they are no side effect: points; with the command lines that are meant."""

import re

from paintrack.commands._shared.command_runner import typed_parts
from paintrack.commands._shared.guidance.typed_line import arguments_of
from paintrack.commands._shared.parsing import point_table, points_among
from paintrack.errors import UsageError
from paintrack.model.acupuncture.points import parse_points
from paintrack.model.entries import Session
from paintrack.views.refusals.side_effect_refusals import points_as_effect


def reject_points(words: str, session: Session) -> None:
    """Raise UsageError where a part of the words is a point, with the lines for it and for the other parts."""
    if points := points_among([words]):
        effects = [part for each in re.split("[,;\n]", words) if (part := each.strip()) and part not in points]
        codes = parse_points(",".join(points), point_table).points
        added = [code for code in codes if code not in session.points]
        options = arguments_of(typed_parts())
        raise UsageError(
            points_as_effect(
                points,
                session.label,
                add_points=["edit", session.label, "--points", ",".join([*session.points, *added])] if added else None,
                effect_alone=["effect", ", ".join(effects), *options] if effects else None,
            )
        )
