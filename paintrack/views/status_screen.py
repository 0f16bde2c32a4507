"""What bare `paintrack` shows: the status in at most eight lines, or what to type first."""

from paintrack.analysis.status import Status
from paintrack.model.entries import Session, counted_kind
from paintrack.model.moment import show_day
from paintrack.model.open_session import open_ratings
from paintrack.model.score import SCALE
from paintrack.model.typed_text import counted, listed, visible_line
from paintrack.views.text_layout import pack


def first_steps(*, width: int) -> str:
    """Five lines for someone who has saved nothing yet."""
    lines = [
        ["Nothing saved yet.", "On arrival:", f"paintrack before 7 ({SCALE})"],
        ["When it is over:", "paintrack after 3"],
        ["Or at home in one go:", 'paintrack log 7 3 --for "lower back"'],
        ["A sample course:", "paintrack demo"],
        ["All commands:", "paintrack --help"],
    ]
    return "\n".join(pack(line, width) for line in lines)


def status_screen(status: Status, *, width: int) -> str:
    """What is open, the last session and how long ago it was, how much is recorded.

    The score before of an open session stays hidden: seeing it would sway the score after.
    """
    lines = []
    if status.current_session:
        lines.append(
            [
                f"Session {status.current_session.label} is open since {status.current_session.at:%H:%M}:",
                f"{_names(status.current_session)}.",
                "When it is over: paintrack after SCORE",
            ]
        )
    if status.left_open:
        label = status.left_open.label
        lines.append(
            [
                f"Session {label}, {show_day(status.left_open.when.day)}, has no score after.",
                f"How it was right after it: paintrack after SCORE --session {label}",
            ]
        )
    if status.last:
        lines.append([f"Last session: {status.last.label},", f"{_date(status)}.", *_ratings(status.last)])
    if status.plans:
        plans = "; ".join(f"{visible_line(words)} ({label})" for label, words in status.plans[:2])
        lines.append([f"Plan: {plans}.", "How far: paintrack plan"])
    counts = listed([counted_kind(number, kind) for kind, number in status.counts], "and")
    lines.append([f"{counts} in all."])
    hints = ("The picture: paintrack trend", "The history: paintrack list")
    last = "      ".join(hints)
    return "\n".join([*(pack(line, width) for line in lines), *([last] if len(last) <= width else hints)])


def _names(session: Session) -> str:
    return listed([visible_line(rating.condition) for rating in open_ratings(session)], "and")


def _date(status: Status) -> str:
    if status.last is None or status.days_since is None:
        return ""
    ago = {0: "today", 1: "yesterday"}.get(status.days_since, f"{counted(status.days_since, 'day')} ago")
    return f"{show_day(status.last.when.day)} ({ago})"


def _ratings(session: Session) -> list[str]:
    return [f"{visible_line(rating.condition)} {rating.in_words()}." for rating in session.ratings[:2]]
