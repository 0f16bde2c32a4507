"""Random histories on two computers: no value vanishes that nobody removed or changed later.

Beside the files goes a simple model: of each value what was typed last on that computer, or came in by a merge.
"""

import shutil
from collections.abc import Sequence
from typing import Any, NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.commands.merging.two_computers import Computers
from tests.example_counts import examples
from tests.program import Clock, Paintrack, quoted

NAMES = ("desktop", "laptop")
# A command for each value, with what is typed as `{0}`, and the name of the rating in that file as `{name}`.
TYPED = {
    "note": "edit 1 --note w{0}",
    "took": "edit 1 --took w{0}",
    "receipt": "edit 1 --receipt R-{0}",
    "cost": "edit 1 --cost {0}",
    "at": "edit 1 --at '2026-06-{0:02} 12:00'",
    "before": "edit 1 --for {name} --before {1}",
    "after": "edit 1 --for {name} --after {1}",
    "name": "conditions rename {name} c{0} --new",
}
CLEARED = {"note": "--clear note", "took": "--clear took", "cost": "--clear cost"}
# Commands that name none of these values.
OTHER_COMMANDS = (
    "effect 'sore {0}' --session 1", "config set currency EUR", "config set currency CHF", "config set name w{0}",
    "delete --for foot --yes", "edit 1 --for foot --before {1}", "purge --yes", "log 5 4",
)  # fmt: skip


class Step(NamedTuple):
    """What is done on one of the two computers, and whether it is undone and done again right after that."""

    is_laptop: bool
    what: str
    then: Sequence[str]


_STEP_WORDS = [*TYPED, *(f"clear {each}" for each in CLEARED), *OTHER_COMMANDS, "merge", "merge", "json"]
steps = st.lists(
    st.builds(Step, st.booleans(), st.sampled_from(_STEP_WORDS), st.sampled_from([(), ("undo",), ("undo", "redo")])),
    min_size=3,
    max_size=14,
)

# By the name of a value: when it was changed last, and what it is.
View = dict[str, tuple[int, Any]]


def view_of(computers: Computers, name: str) -> dict[str, Any]:
    """The values as the file of that computer has them."""
    session = computers.session(name)
    ratings = session["ratings"]
    assert isinstance(ratings, list)
    (rating,) = (each for each in ratings if each["condition"] != "foot")
    values = {key: session[key] for key in ("note", "took", "receipt", "cost", "at")}
    return values | {key: rating[key] for key in ("before", "after")} | {"name": rating["condition"]}


def do(step: Step, number: int, computers: Computers, views: dict[str, View]) -> None:
    """Take the step on the computer and in the model."""
    here, there = NAMES[step.is_laptop], NAMES[not step.is_laptop]
    view = views[here]
    if step.what in ("merge", "json"):
        path = computers.paths[there]
        if step.what == "json":
            path = computers.folder / "there.json"
            path.write_text(computers.export(there), encoding="utf-8")
        computers.on(here, f"merge {quoted(path)}")
        views[here] = {key: max(view[key], views[there][key], key=lambda each: each[0]) for key in view}
        return
    name = step.what.removeprefix("clear ")
    line = f"edit 1 {CLEARED[name]}" if name != step.what else TYPED.get(name, name)
    line = line.format(number, number / 10, name=view["name"][1])
    before, exported = view_of(computers, here), computers.export(here)
    if line.startswith("delete") and '"condition": "foot"' not in exported:
        return
    computers.on(here, line)
    if computers.export(here) == exported:
        # An undo would be of another step.
        return
    if not line.startswith("purge"):
        for each in step.then:
            computers.on(here, each)
    if name in before:
        after = view_of(computers, here)[name]
        assert (after == before[name]) == (step.then == ("undo",))
        view[name] = (number, after)


@examples(20)
@given(steps)
@example([Step(True, "cost", ()), Step(False, "config set currency EUR", ())])
@example([Step(True, "after", ()), Step(False, "at", ("undo", "redo"))])
def test_each_value_is_what_was_typed_last(
    paintrack: Paintrack, clock: Clock, tmp_path_factory: pytest.TempPathFactory, steps: list[Step]
) -> None:
    clock.set("2026-07-06 14:02")
    computers = Computers(paintrack, clock, tmp_path_factory.mktemp("with blanks"))
    computers.on(
        "desktop",
        "before 7 --for neck --also foot=6 --at '2026-07-06 13:00' --cost 60",
        "after 3 --for neck",
        "edit 1 --note first",
    )
    shutil.copy(computers.paths["desktop"], computers.paths["laptop"])
    start = {key: (0, value) for key, value in view_of(computers, "desktop").items()}
    views: dict[str, View] = {name: dict(start) for name in NAMES}
    for number, step in enumerate(steps, 1):
        do(step, number, computers, views)
        for name in NAMES:
            assert view_of(computers, name) == {key: value for key, (_, value) in views[name].items()}, step
    computers.both_ways()
    joined = {key: max(views["desktop"][key], views["laptop"][key], key=lambda each: each[0])[1] for key in start}
    assert view_of(computers, "desktop") == view_of(computers, "laptop") == joined
