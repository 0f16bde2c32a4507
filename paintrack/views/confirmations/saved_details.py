"""What was saved besides the scores, in short sentences, so that a typing slip is noticed at once."""

from paintrack.model.displayed_text import isolated, listed, visible_line
from paintrack.model.entries import Session
from paintrack.model.typed.session_details import SessionDetails
from paintrack.model.values.money import show_amount
from paintrack.views.text_layout import pack, with_full_stop


def saved_details(details: SessionDetails, currency: str | None = None) -> str:
    """`Points LI4, ST36. Cost 60 EUR, 40 covered. Took ibuprofen.`; empty if none of these was typed.

    Left out are the practitioner, who is named beside the date, a note, which would only repeat the person's words, and
    common side effects, which their advice names.
    """
    parts = [
        f"Points {', '.join(map(isolated, details.points))}" if details.points else "",
        f"Technique {_technique(details.technique)}" if details.technique else "",
        _amounts(details, currency),
        f"Took {isolated(details.took)}" if details.took else "",
        f"Receipt {isolated(details.receipt)}" if details.receipt else "",
        _side_effects(details),
    ]
    return " ".join(with_full_stop(visible_line(part)) for part in parts if part)


def _technique(key: str) -> str:
    from paintrack.model.acupuncture.techniques import technique_label

    return technique_label(key)


def _amounts(details: SessionDetails, currency: str | None) -> str:
    unit = f" {isolated(currency)}" if currency else ""
    if details.cost is None:
        return "" if details.covered is None else f"Covered {show_amount(details.covered)}{unit}"
    covered = "" if details.covered is None else f", {show_amount(details.covered)} covered"
    return f"Cost {show_amount(details.cost)}{unit}{covered}"


def _side_effects(details: SessionDetails) -> str:
    if not details.side_effects:
        return ""
    from paintrack.model.symptoms.side_effect_kinds import OTHER
    from paintrack.model.symptoms.side_effect_recognition import is_serious, label_of

    names = [label_of(each) for each in details.side_effects if each.kind == OTHER.key or is_serious(each)]
    return f"Side effect{'s' if len(names) > 1 else ''} {listed(names, 'and')}" if names else ""


def excess_cover_warning(session: Session, *, width: int) -> str:
    """If more is covered than the visit cost: both amounts, and the command that swaps them; else empty."""
    cost, covered = session.cost, session.covered
    if cost is None or covered is None or covered <= cost:
        return ""
    unit = f" {isolated(session.currency)}" if session.currency else ""
    command = f"paintrack edit {session.label} --cost {show_amount(covered)} --covered {show_amount(cost)}"
    sentence = f"Covered {show_amount(covered)}{unit} is more than the cost, {show_amount(cost)}{unit}."
    return pack([sentence, f"Swapped? {command}"], width)
