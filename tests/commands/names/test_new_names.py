"""A new name much like an old one: asked about on a terminal, and off one refused with a command for each meaning."""

import io
import shlex
import sys

import pytest

from paintrack.commands._shared.terminal.console import Console
from paintrack.model.displayed_text import shell_quoted
from tests.program import Paintrack, Result, TypeHistory, unwrapped

TYPED = [
    ("log 7 3 --for 'lowr back'", "lower back"),
    ("log 7 3 --for=lowr-back --note 'slept well'", "lower back"),
    ("log 7 3 --for neck --also 'lowr back=6:3'", "lower back"),
    ("log 7 3 --with 'Dr. Li'", "Dr Li"),
    ("before 7 --for 'lower bakc'", "lower back"),
    ("before 7 --with 'Dr Lee' --another", "Dr Leo"),
    ("after 3 --session 2 --with Dr.Li", "Dr Li"),
    ("rate 3 --for lowerback", "lower back"),
    ("rate 0 --rest-of june --for migrain", "migraine"),
    ("plan set --for 'lower back.' --goal 3", "lower back"),
    ("edit 1 --rename-for migrane", "migraine"),
    ("edit 1 --for migrane --after 3", "migraine"),
    ("edit 1 --with 'Dr. Li'", "Dr Li"),
    ("edit r1 --rename-for lowerback", "lower back"),
    # A slip for one of its words.
    ("log 7 3 --for bak", "lower back"),
    ("rate 3 --for 'bakc pain'", "lower back"),
    # Cut short, or but for a side, a place or a title the old name.
    ("log 7 3 --for mig", "migraine"),
    ("before 7 --for back", "lower back"),
    ("log 7 3 --for neck --also 'low back=6:3'", "lower back"),
    ("log 7 3 --for neck --also back=6:3", "lower back"),
    ("plan set --for mig --goal 3", "migraine"),
    # What is rated by it will tell; a plan would only never go on.
    ("plan set --for lower --goal 3", "lower back"),
    ("plan set --for low --sessions 3", "lower back"),
    ("edit 1 --rename-for migr", "migraine"),
    ("edit 1 --for mig --after 3", "migraine"),
    ("log 7 3 --with leo", "Dr Leo"),
    ("before 7 --another --with Li", "Dr Li"),
    ("after 3 --session 2 --with 'Prof. Li'", "Dr Li"),
    ("edit 1 --with 'Frau Leo'", "Dr Leo"),
]


@pytest.fixture
def diary(paintrack: Paintrack, type_history: TypeHistory) -> Paintrack:
    """A diary with some names; session 2 is open."""
    type_history(
        "log 7 3 --for 'lower back' --with 'Dr Li' --at 2026-06-01",
        "before 5 --for neck --with 'Dr Leo'",
        "rate 4 --for migraine",
    )
    return paintrack


def commands_in(refusal: str) -> list[list[str]]:
    """The command lines that a refusal names, as words after `paintrack`."""
    return [shlex.split(line.partition(": paintrack ")[2]) for line in refusal.splitlines()[1:]]


@pytest.mark.parametrize(("typed", "meant"), TYPED)
def test_off_a_terminal_it_names_both_ways(typed: str, meant: str, diary: Paintrack) -> None:
    before = diary("export - --format json").out
    result = diary(typed)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("Nothing saved. ")
    assert f"new, and much like {meant}.\n  To use the old name: paintrack " in result.err
    assert result.err.count("Nothing saved.") == 1
    assert diary("export - --format json").out == before


@pytest.mark.parametrize("way", [0, 1])
@pytest.mark.parametrize(("typed", "meant"), TYPED)
def test_each_way_is_a_command_that_works(typed: str, meant: str, way: int, diary: Paintrack) -> None:
    command = commands_in(diary(typed).err)[way]
    assert diary(command).code == 0, command
    names = [each["condition"] for each in diary("list --json").json]
    names += [each["practitioner"] for each in diary("list --json").json]
    names += [each["condition"] for each in diary("export - --format json").json["entries"] if "condition" in each]
    new = {*names} - {"lower back", "neck", "migraine", "Dr Li", "Dr Leo", None}
    assert len(new) == way, (command, new)
    assert way == 1 or meant in names


def test_two_slips_are_named_together(diary: Paintrack) -> None:
    assert diary("log 7 3 --for lowerback --with 'Dr. Li'") == Result(
        2,
        "",
        "Nothing saved. lowerback and Dr. Li are new, and much like lower back and Dr Li.\n"
        '  To use the old names: paintrack log 7 3 --for "lower back" --with "Dr Li"\n'
        '  To save new ones: paintrack log 7 3 --for lowerback --with "Dr. Li" --new\n',
    )


def test_a_score_on_leaving_has_only_the_old_name(diary: Paintrack) -> None:
    assert diary("after 3 --for nck") == Result(
        2, "", "Nothing saved. nck is new, and much like neck.\n  To use the old name: paintrack after 3 --for neck\n"
    )
    assert diary(commands_in(diary("after 3 --for nck").err)[0]).code == 0


def test_what_is_no_slip_is_not_asked_about(diary: Paintrack) -> None:
    for typed in ("log 7 3 --for 'back pain' --at 2026-05-01", "log 7 3 --for 'neck pain' --at 2026-05-02"):
        assert diary(typed).err == "", typed
    assert diary("log 7 3 --for L4 --at 2026-05-03").code == 0
    assert diary("log 7 3 --for L5 --at 2026-05-04").code == 0
    assert diary("edit 1 --for 'other shoulder' --after 2").code == 0


def test_a_name_that_was_new_is_old_the_next_time(diary: Paintrack) -> None:
    assert diary("rate 3 --for nek --new").code == 0
    assert diary("rate 3 --for nek").code == 0


def test_a_slip_can_be_renamed_to_what_was_meant(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for 'lowr back'")
    assert paintrack("edit 1 --rename-for 'lower back'").code == 0


def test_several_slips_are_a_hint(diary: Paintrack) -> None:
    answer = unwrapped(diary("log 7 3 --for 'lowr bck' --at 2026-05-01").out)
    assert 'If it is lower back: paintrack conditions rename "lowr bck" "lower back"' in answer


@pytest.mark.parametrize(
    ("old", "typed", "command"),
    [
        ("back", "before 7 --for 'lower back'", '"lower back" back'),
        ("back", "rate 7 --for 'back pain'", '"back pain" back'),
        ("back", "log 7 3 --for knee --also 'lower back=6:3'", '"lower back" back'),
        ("lower back", "log 7 3 --for 'back pain'", '"back pain" "lower back"'),
        ("lower back", "plan set --for 'back pain' --goal 3", '"back pain" "lower back"'),
    ],
)
def test_some_of_the_words_of_a_name_are_a_hint(old: str, typed: str, command: str, paintrack: Paintrack) -> None:
    paintrack(f"log 7 3 --for '{old}' --at 2026-05-01")
    hint = f"is new. If it is {old}: paintrack conditions rename {command}"
    assert hint in unwrapped(paintrack(typed).out)
    assert "is new" not in paintrack(typed.replace("before", "log")).out
    assert paintrack(f"conditions rename {command} --yes").code == 0
    assert old in paintrack("conditions").out


@pytest.mark.parametrize(
    "typed", ["log 7 3 --also 'left knee=6:3'", "before 7 --for 'left knee'", "edit 2 --for 'left knee' --after 3"]
)
def test_what_is_rated_beside_an_old_name_is_not_that(typed: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for knee --at 2026-05-01")
    paintrack("before 5 --for knee")
    assert "is new" not in paintrack(typed).out


@pytest.mark.parametrize("name", ["neck pain", "pain", "upper arm", "ache"])
def test_a_general_word_in_common_is_no_hint(name: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for 'back pain' --at 2026-05-01")
    paintrack("log 7 3 --for 'upper leg' --at 2026-05-02")
    assert "is new" not in paintrack(f"log 7 3 --for '{name}'").out


def test_several_names_joined_are_not_merged_away(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for 'lower back' --with 'Dr Li' --at 2026-05-01")
    paintrack("log 7 3 --for neck --with 'Dr Wu' --at 2026-05-01")
    for typed in (
        "rate 5 --for 'neck and lower back' --new",
        "plan set --for 'neck + migraine' --goal 3",
        "log 7 3 --for 'hip/neck' --with 'Dr Li and Dr Wu' --at 2026-05-03",
    ):
        saved = paintrack(typed)
        assert (saved.code, " is new" in saved.out) == (0, False), typed
    assert "If it is hip/neck: " in unwrapped(paintrack("log 7 3 --for 'hip/neck left' --at 2026-05-07").out)


def test_new_alone_is_no_visit(paintrack: Paintrack) -> None:
    assert paintrack("log --new").err.startswith("There are no scores.")


@pytest.mark.parametrize(("answer", "name"), [("", "lower back"), ("y", "lower back"), ("n", "lowr back")])
def test_on_a_terminal_it_is_asked(answer: str, name: str, diary: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Console, "may_ask", True)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{answer}\n"))
    done = diary("log 7 3 --for 'lowr back' --at 2026-06-05")
    assert (done.code, done.err) == (0, "lowr back is new. Did you mean lower back? [Y/n]: ")
    assert diary("list --json").json[1]["condition"] == name


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("anna", "Anna Wolf"),
        ("Dr Li", "Li Wei"),
        ("Annabelle Wolf", "Anabele Wolf"),
    ],
)
@pytest.mark.parametrize("typed", ["log 7 3 --with", "before 7 --with", "after 3 --with", "edit 2 --with"])
def test_a_part_of_a_practitioners_name_is_a_hint(old: str, new: str, typed: str, paintrack: Paintrack) -> None:
    paintrack(["log", "7", "3", "--at", "2026-05-01", "--with", old])
    if typed.startswith(("after", "edit")):
        paintrack("before 7")
    saved = paintrack([*typed.split(), new])
    command = f"paintrack practitioners rename {shell_quoted(new)} {shell_quoted(old)}"
    assert f"{new} is new. If it is {old}: {command}" in unwrapped(saved.out)
    assert "is new" not in paintrack(["log", "7", "3", "--with", new]).out
    assert paintrack([*shlex.split(command)[1:], "--yes"]).code == 0
    assert [each["practitioner"] for each in paintrack("practitioners --json").json] == [old]


@pytest.mark.parametrize(("old", "new"), [("Dr Li", "Dr Wolf"), ("Li Na", "Li Wei"), ("Anna Wolf", "Annabelle")])
def test_another_practitioner_is_no_hint(old: str, new: str, paintrack: Paintrack) -> None:
    paintrack(["log", "7", "3", "--at", "2026-05-01", "--with", old])
    assert "is new" not in paintrack(["log", "7", "3", "--with", new]).out


@pytest.mark.parametrize(
    ("option", "names"),
    [
        ("--for", ("left knee", "right knee", "knee")),
        ("--for", ("left knee", "right knee", "kne")),
        ("--for", ("migraine left", "migraine right", "mig")),
        ("--with", ("Anna Wolf", "Ben Wolf", "wolf")),
    ],
)
def test_a_part_of_several_names_is_no_question(option: str, names: tuple[str, ...], paintrack: Paintrack) -> None:
    for day, name in enumerate(names, 1):
        assert paintrack(["log", "7", "3", option, name, "--at", f"2026-05-0{day}"]).code == 0


def test_what_is_typed_beside_a_name_is_no_part_of_it(paintrack: Paintrack) -> None:
    assert paintrack("log 7 3 --for 'left knee' --at 2026-05-01").code == 0
    assert paintrack("log 7 3 --for 'left knee' --also knee=6:3").code == 0


def test_a_name_that_is_corrected_is_not_meant(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --with anna")
    assert "is new" not in paintrack("edit 1 --with 'Anna Wolf'").out


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("conditions", "tension headache", "headache"),
        ("conditions", "neck and shoulder", "neck"),
        ("conditions", "migraine", "migraine aura"),
        ("conditions", "головная боль и шея", "шея"),
        ("practitioners", "Maria Weber", "Maria"),
    ],
)
@pytest.mark.parametrize("typed", ["log 7 3", "before 7"])
def test_a_name_of_its_own_is_saved_with_one_line(
    typed: str, kind: str, old: str, new: str, paintrack: Paintrack, wide_terminal: None
) -> None:
    option = "--for" if kind == "conditions" else "--with"
    paintrack(["log", "7", "3", "--at", "2026-05-01", option, old])
    saved = paintrack([*typed.split(), option, new])
    assert (saved.code, saved.err) == (0, "")
    command = f"{kind} rename {shell_quoted(new)} {shell_quoted(old)}"
    assert saved.out.count(f"{new} is new. If it is {old}: paintrack {command}") == 1
    assert paintrack([*shlex.split(command), "--yes"]).code == 0
    assert [each[kind.removesuffix("s")] for each in paintrack([kind, "--json"]).json] == [old]


@pytest.mark.parametrize(
    ("option", "old", "new"),
    [
        ("--for", "neck pain", "back pain"),
        ("--for", "頭痛", "頭"),
        ("--with", "Leeson", "Lee"),
        ("--with", "Samantha", "Sam"),
        ("--with", "Mr Park Jun", "Ms Park"),
    ],
)
def test_another_name_is_saved_and_nothing_is_said(option: str, old: str, new: str, paintrack: Paintrack) -> None:
    paintrack(["log", "7", "3", "--at", "2026-05-01", option, old])
    saved = paintrack(["log", "7", "3", option, new])
    assert (saved.code, saved.err, "is new" in saved.out) == (0, "", False)


def test_a_name_that_was_typed_with_new_is_not_doubted_again(diary: Paintrack) -> None:
    assert "is new" not in diary("log 7 3 --for back --with leo --new").out


@pytest.mark.parametrize("typed", ["--for mig", "--for neck --also mig=2", "--with leo", "--for nck"])
def test_a_score_on_leaving_first_looks_for_the_open_session(typed: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for migraine --with 'Dr Leo' --at 2026-05-01")
    paintrack("log 7 3 --for neck --at 2026-05-02")
    refused = paintrack(f"after 3 {typed}")
    assert (refused.code, refused.err.partition(". A whole")[0]) == (1, "Nothing saved. No session is open")


def test_on_leaving_the_open_condition_is_meant(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for migraine --at 2026-05-01")
    paintrack("before 6 --for 'migraine aura' --new")
    command = commands_in(paintrack("after 3 --for mig").err)[0]
    assert command == ["after", "3", "--for", "migraine aura"]
    assert paintrack(command).code == 0


@pytest.mark.parametrize("typed", ["--for migr", "--for neck --also migr=3", "--for migr --new"])
def test_on_leaving_another_condition_leads_to_its_correction(typed: str, diary: Paintrack) -> None:
    refused = diary(f"after 3 {typed}")
    assert (refused.code, "no score on arrival for migraine." in refused.err) == (2, True)
    command = refused.err.partition("paintrack ")[2].partition(". Nothing")[0]
    assert diary(command).code == 0, command


@pytest.mark.parametrize("typed", [
    "log 7 3 --for neck --also nekc=6:3",
    "before 7 --another --for neck --also nekc=6",
    "rate 3 --for neck --also nekc=2",
])  # fmt: skip
def test_a_slip_for_a_name_of_the_same_command(typed: str, diary: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = diary(typed)
    sentence = "nekc is new, and much like neck, which is rated here, too. Give the scores of neck once."
    assert (refused.code, sentence in unwrapped(refused.err)) == (2, True)
    (command,) = commands_in(refused.err[refused.err.index("  To save") :].replace("  To", "\n  To"))
    assert command[-1] == "--new"
    monkeypatch.setattr(Console, "may_ask", True)
    for answer, code in (("n\n", 2), ("y\n", 0)):
        monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
        result = diary(typed)
        assert (result.code, "Save it as a new one? [y/N]" in unwrapped(result.err)) == (code, True)
    monkeypatch.setattr(Console, "may_ask", False)
    assert diary("undo").code == 0
    assert diary(command).code == 0


def test_a_visit_for_one_named_beside_is_asked_about(diary: Paintrack) -> None:
    assert "much like neck.\n  To use the old name: " in diary("log --also nekc=6:3").err


@pytest.mark.parametrize(("typed", "kept"), [
    ("log 7 3 --for hip --also nekc=6:3 --also neckk=5:2", ["neck=6:3", "neck=5:2"]),
    ("rate 3 --for hip --also nekc=2 --also=neckk=1", ["neck=2", "--also=neck=1"]),
    # Without the first name the score would be of another condition.
    ("rate 3 --for nekc --also neckk=2", ["neck"]),
])  # fmt: skip
def test_two_slips_of_one_name(typed: str, kept: list[str], diary: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    diary("rate 4 --for hip --new")
    refused = diary(typed)
    sentence = "nekc and neckk are new, and much like neck. Give the scores of neck once."
    assert (refused.code, sentence in unwrapped(refused.err)) == (2, True)
    *of_neck, as_new = commands_in(refused.err)
    assert [word for command in of_neck for word in command if "neck" in word] == kept
    assert as_new[-1] == "--new"
    for command in (*of_neck, as_new):
        assert diary(command).code == 0, command
        assert diary("undo").code == 0
    monkeypatch.setattr(Console, "may_ask", True)
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\ny\n"))
    result = diary(typed)
    assert (result.code, sentence in unwrapped(result.err)) == (2, True)


@pytest.mark.parametrize("command", ["log 7 3 --also {}=6:3", "before 7 --another --also {}=6", "rate 3 --also {}=2"])
def test_the_condition_that_is_not_named_is_said(command: str, paintrack: Paintrack) -> None:
    """What is wrong is the missing `--for`, not the condition of `--also`."""
    paintrack("log 7 3 --for 'lower back' --at '2 jul'")
    paintrack("log 5 4 --for migraine")
    unnamed = "Without --for, the condition is migraine"
    twice = paintrack(command.format("migraine")).err
    assert f"{unnamed}, and --also rates it, too. To rate another beside it: paintrack " in twice
    slip = paintrack(command.format("migrane")).err
    assert f"migrane is new, and much like migraine. {unnamed}.\n  To rate another beside it: paintrack " in slip
    for name, refused in (("migraine", twice), ("migrane", slip)):
        meant = f'{command.format(name)} --for "lower back"'
        assert f"beside it: paintrack {meant}" in refused
    assert paintrack(f'{command.format("migraine")} --for "lower back"').code == 0
    assert f"{command.format('migrane')} --new" in slip
    assert paintrack(f"{command.format('migrane')} --new").code == 0


def test_the_session_named_instead_takes_its_names(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for 'lower back' --with 'Dr Li'")
    refused = paintrack("after 3 --for bak --also neck=2 --with 'Dr. Li'")
    line = 'log BEFORE 3 --for "lower back" --also neck=BEFORE:2 --with "Dr Li"'
    assert f"No session is open. A whole session: paintrack {line}\n" in refused.err
    assert paintrack(line.replace("BEFORE", "5")).code == 0
