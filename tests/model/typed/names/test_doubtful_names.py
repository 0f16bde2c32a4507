"""Which new names are asked about beside an old one: what was cut short, and what leaves out nothing that tells."""

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from paintrack.errors import UsageError
from paintrack.model.acupuncture.techniques import parse_technique
from paintrack.model.name_kind import NameKind
from paintrack.model.typed.names.name_slips import GENERAL_WORDS, TITLES, is_slip, slip_of
from paintrack.model.typed.names.short_form_exceptions import whole_words
from paintrack.model.typed.names.short_names import doubtful_match, is_doubtful, is_hinted, names_meant
from paintrack.model.typed.typed_text import word_set

CONDITION, PERSON = NameKind.CONDITION, NameKind.PRACTITIONER
# The name typed, and the old one that it is plainly short for.
SHORT_FORMS = [
    # Cut short.
    ("mig", "migraine", CONDITION),
    ("migr", "migraine aura", CONDITION),
    ("MIG", "Migraine", CONDITION),
    ("shoul", "left shoulder", CONDITION),
    ("left shoul", "left shoulder", CONDITION),
    ("neck shoul", "neck and shoulder", CONDITION),
    ("sciat", "sciatica", CONDITION),
    ("anx", "anxiety", CONDITION),
    ("stom", "stomach", CONDITION),
    ("fibro", "fibromyalgia", CONDITION),
    ("Kopfschm", "Kopfschmerzen", CONDITION),
    ("Migrä", "Migräne", CONDITION),
    # What the old one has more is a general word, a side or a place; for a person a title.
    ("back", "lower back", CONDITION),
    ("low back", "lower back", CONDITION),
    ("back", "back pain", CONDITION),
    ("back", "pain in my lower back", CONDITION),
    ("knee", "left knee", CONDITION),
    ("knee", "knee right", CONDITION),
    ("knee left", "left knee", CONDITION),
    ("sleep", "sleep trouble", CONDITION),
    ("Knie", "linkes Knie", CONDITION),
    ("dos", "mal dos", CONDITION),
    ("спина", "боль спина", CONDITION),
    ("Weber", "Prof. Weber", PERSON),
    ("li", "Dr Li", PERSON),
    ("Dr Li", "Li", PERSON),
    ("Frau Leo", "Dr Leo", PERSON),
]
# Saved as it is, with a line that it may be the old one.
HINTED = [
    ("headache", "tension headache", CONDITION),
    ("migraine", "migraine aura", CONDITION),
    ("neck", "neck and shoulder", CONDITION),
    ("head", "headache", CONDITION),
    ("sleep", "sleeplessness", CONDITION),
    ("stress", "stress at work", CONDITION),
    ("back", "back of the head", CONDITION),
    ("foot", "foot drop", CONDITION),
    ("left", "left knee", CONDITION),
    ("Kopf", "Kopfschmerzen", CONDITION),
    ("мигр", "мигрень", CONDITION),
    ("lower back", "back", CONDITION),
    ("back pain", "lower back", CONDITION),
    ("maria", "Maria Weber", PERSON),
    ("M. Weber", "Maria Weber", PERSON),
    ("Anna", "Anna Wolf", PERSON),
    ("Wei", "Li Wei", PERSON),
    ("Gonz", "Gonzalez", PERSON),
    ("Gonz", "Dr Gonzalez", PERSON),
    ("Dr. Gonz", "Maria Gonzalez", PERSON),
    ("Schm", "Frau Schmidt", PERSON),
    ("Mull", "Mullaney", PERSON),
    ("Chan", "Chandler", PERSON),
    ("Anna", "Annabelle", PERSON),
    ("李", "李明", PERSON),
]
# Saved as it is, and nothing is said.
SILENT = [
    ("back pain", "neck pain", CONDITION),
    ("pain", "back pain", CONDITION),
    ("knee pain", "pain", CONDITION),
    ("боль", "головная боль", CONDITION),
    ("left knee", "right knee", CONDITION),
    ("left knee", "left hip", CONDITION),
    ("mi", "migraine", CONDITION),
    ("腰", "腰痛", CONDITION),
    ("頭", "頭痛", CONDITION),
    ("어깨", "어깨통증", CONDITION),
    ("Lee", "Leeson", PERSON),
    ("Kim", "Kimberly", PERSON),
    ("Sam", "Samantha", PERSON),
    ("Sam", "Samir Haddad", PERSON),
    ("Gon", "Gonzalez", PERSON),
    ("Ms Park", "Mr Park Jun", PERSON),
    ("Herr Weber", "Frau Weber", PERSON),
    ("Dr", "Dr Li", PERSON),
    ("Li Na", "Li Wei", PERSON),
    ("Иван", "Иванова", PERSON),
    ("Петр", "Петрова", PERSON),
]
# A word that begins another one, or stands in it: never asked; what is said of it is no matter.
NOT_ASKED = [
    ("arm", "armpit", CONDITION),
    ("eye", "eyelid", CONDITION),
    ("ear", "earache", CONDITION),
    ("can", "cancer", CONDITION),
    ("foot", "football", CONDITION),
    ("men", "menopause", CONDITION),
    ("tin", "tinnitus", CONDITION),
    ("should", "shoulder", CONDITION),
    ("sin", "sinus", CONDITION),
    ("stress", "stressful days", CONDITION),
    ("ふくら", "ふくらはぎ", CONDITION),
    ("Schulter", "Schulterblatt", CONDITION),
]
WORDS = st.text("abcdefghijklmnopqrstuvwxyzäéö", min_size=4, max_size=9)
TELLING = WORDS.filter(lambda word: word not in GENERAL_WORDS | TITLES)
NAMES = st.lists(WORDS | st.sampled_from([*GENERAL_WORDS, *TITLES]), min_size=1, max_size=4).map(" ".join)


@pytest.mark.parametrize(("typed", "old", "kind"), SHORT_FORMS)
def test_a_plain_short_form_is_asked_about(typed: str, old: str, kind: NameKind) -> None:
    assert doubtful_match(typed, ["elsewhere", old], kind) == old
    assert not is_hinted(typed, old, kind)


@pytest.mark.parametrize(("typed", "old", "kind"), [*HINTED, *SILENT, *NOT_ASKED])
def test_a_word_of_its_own_is_not_asked_about(typed: str, old: str, kind: NameKind) -> None:
    assert doubtful_match(typed, [old], kind) is None
    assert (typed, old, kind) in NOT_ASKED or is_hinted(typed, old, kind) is ((typed, old, kind) in HINTED)


@pytest.mark.parametrize(("typed", "old", "kind"), [*SHORT_FORMS, *HINTED, *SILENT, *NOT_ASKED])
def test_a_longer_name_is_never_asked_about(typed: str, old: str, kind: NameKind) -> None:
    # A title makes no name longer.
    if kind is CONDITION and len(typed) < len(old):
        assert doubtful_match(old, [typed], kind) is None


@pytest.mark.parametrize("typed", ["cup", "electr", "mox", "ear acu", "dry"])
def test_a_technique_is_one_of_a_list_and_never_new(typed: str) -> None:
    with pytest.raises(UsageError, match="not in the list of techniques"):
        parse_technique(typed)


def test_the_vocabulary_is_folded_and_has_no_cut_forms() -> None:
    assert all(word == word.casefold() and len(word) >= 3 for word in whole_words())
    assert whole_words().isdisjoint(word_set("mig shoul sho fing stom anx depr inso sciat vert tinn fibro nau"))


@given(NAMES, st.lists(NAMES, max_size=4), st.sampled_from([CONDITION, PERSON]))
def test_a_recorded_name_is_never_asked_about(name: str, other_names: list[str], kind: NameKind) -> None:
    for typed in (name, name.upper(), f" {name.replace(' ', '  ')}"):
        assert doubtful_match(typed, [*other_names, name], kind) is None
        assert slip_of(typed, [*other_names, name]) is None
        assert names_meant(typed, [*other_names, name], kind) == []


@given(TELLING, TELLING, st.sampled_from(sorted(GENERAL_WORDS)), st.data())
def test_a_general_word_in_common_is_never_asked(first: str, second: str, general: str, data: st.DataObject) -> None:
    assume(not second.startswith(first) and not is_slip(first, second))
    typed, old = (" ".join(data.draw(st.permutations([word, general]))) for word in (first, second))
    assume(not is_slip(typed, old))
    assert not is_doubtful(typed, old, CONDITION)


@given(st.sampled_from(sorted(whole_words())), TELLING, TELLING)
def test_a_whole_word_is_asked_about_by_no_beginning(word: str, rest: str, more: str) -> None:
    assert not is_doubtful(word, word + rest, CONDITION)
    assert not is_doubtful(word, f"{word}{rest} {more}", CONDITION)


@given(TELLING, TELLING)
def test_a_person_is_asked_about_by_no_beginning(name: str, rest: str) -> None:
    assume(name != rest)
    assert not is_doubtful(name, name + rest, PERSON)
    assert not is_doubtful(name, f"{name} {rest}", PERSON)


@given(NAMES, NAMES, st.sampled_from([CONDITION, PERSON]))
def test_a_question_and_a_hint_exclude_each_other(first: str, second: str, kind: NameKind) -> None:
    for typed, old in itertools.permutations((first, second)):
        assert not (is_doubtful(typed, old, kind) and is_hinted(typed, old, kind))
