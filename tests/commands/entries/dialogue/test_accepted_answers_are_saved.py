"""What a question accepts is never refused later: all that was typed before would be lost with it."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.commands._shared.terminal.console import BACK, Console
from paintrack.model.acupuncture.techniques import TECHNIQUES
from paintrack.model.symptoms.side_effect_kinds import SIDE_EFFECT_KINDS
from tests.example_counts import examples
from tests.program import Paintrack, TypeHistory

POINTS = ["LI4", "li 4", "hegu", "ST36", "ub-40", "zusanli", "合谷", "LI99", "my spot", "S6"]
EFFECTS = [
    *(kind.short for kind in SIDE_EFFECT_KINDS.values()),
    "chest pain",
    "odd dreams",
    "bruise gone",
    "no bruise",
    "numb",
]
OTHER_ANSWERS = [
    *TECHNIQUES, "", "-", "none", "no points", "n/a", "0", "1", "7", "6.5", "11", "7 3", "85 EUR", "12,50", "yesterday",
    "3 jul", "tomorrow", "23:30", "october", "slept badly", "Dr Li", "neck", "knee", "--note", "'", '"neck"', "...",
    ",", ";", "\t", "\x00",
]  # fmt: skip
WORDS = st.sampled_from(POINTS) | st.sampled_from(EFFECTS) | st.sampled_from(OTHER_ANSWERS) | st.text(max_size=8)
# Nobody can type a newline into an answer, and `<` is a step back.
ANSWERS = (
    st.builds(str.join, st.sampled_from([", ", "; ", " and ", " ", "/", ": "]), st.lists(WORDS, min_size=1, max_size=3))
    .map(lambda text: " ".join(text.splitlines()).strip())
    .filter(lambda text: text != BACK)
)
# The beginning of each question, the commands that ask it, and an answer that is right.
QUESTIONS = {
    "What do you rate": (["log", "before", "rate"], "back"),
    "Which one?": (["after"], "knee"),
    "When was it": (["log"], ""),
    "Score": (["log", "before", "after", "rate"], "5"),
    "Points": (["log", "after"], ""),
    "Side effects": (["log", "after"], ""),
    "Side effect after": (["effect"], "bruise"),
    "Note": (["log", "before", "after"], ""),
}


@pytest.fixture
def diary(type_history: TypeHistory, file: Path, tmp_path: Path) -> Path:
    """A copy of a file with a session of yesterday, and one of two conditions that waits for its scores on leaving."""
    type_history(
        "log 7 3 --for neck --side-effect dizzy --at yesterday", "before 7 --for knee --also elbow=5 --points LI4"
    )
    return Path(shutil.copy(file, tmp_path / "diary.db"))


@examples(150)
@given(question=st.sampled_from([*QUESTIONS]), typed=ANSWERS, data=st.data())
def test_what_a_question_accepts_is_saved(
    question: str, typed: str, data: st.DataObject, paintrack: Paintrack, diary: Path, file: Path
) -> None:
    check_that_it_is_saved(data.draw(st.sampled_from(QUESTIONS[question][0])), question, typed, paintrack, diary, file)


@pytest.mark.parametrize("typed", ["bruise, LI4", "chest pain; ST36", "hegu, bruise", "odd dreams; st 36", "sore, S6"])
@pytest.mark.parametrize(("question", "command"), [(key, each) for key, row in QUESTIONS.items() for each in row[0]])
def test_points_among_side_effects_lose_nothing(
    question: str, command: str, typed: str, paintrack: Paintrack, diary: Path, file: Path
) -> None:
    check_that_it_is_saved(command, question, typed, paintrack, diary, file)


def check_that_it_is_saved(
    command: str, question: str, typed: str, paintrack: Paintrack, diary: Path, file: Path
) -> None:
    """Answer the question with what is typed, and where it is asked again, and all others, with what is right."""
    shutil.copy(diary, file)
    answers = [typed]

    def ask(_: Console, prompt: str, *, enter: str = "", **__: object) -> str:
        begins = max((each for each in QUESTIONS if prompt.startswith(each)), key=len)
        return answers.pop() if begins == question and answers else QUESTIONS[begins][1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Console, "may_ask", True)
        patch.setattr(Console, "ask", ask)
        patch.setattr(Console, "confirm", lambda *_, **__: True)
        done = paintrack(command)
    assert (done.code, answers) == (0, []), done.err
