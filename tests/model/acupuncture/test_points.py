"""Points as people type them."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.data.point_table import load_points
from paintrack.errors import NoPointError, UsageError
from paintrack.model.acupuncture.points import MERIDIANS, PointLike, normal_point, parse_points
from paintrack.model.typed.typed_text import folded

CODES = [point.code for point in load_points()]


def no_table() -> Iterable[PointLike]:
    raise AssertionError("a code needs no table")


def parse(text: str) -> tuple[str, ...]:
    return parse_points(text, load_points).points


def test_every_code_of_the_table_is_itself_and_needs_no_table() -> None:
    typed = parse_points(",".join(CODES), no_table)
    assert (typed.points, typed.remarks) == (tuple(CODES), ())


@given(st.sampled_from(CODES), st.sampled_from(["", " ", "-", " - ", "_", "."]), st.sampled_from(["", "0", "00"]))
def test_case_separators_and_leading_zeros_make_no_difference(code: str, gap: str, zeros: str) -> None:
    letters = code.rstrip("0123456789")
    typed = f" {letters.replace('-', gap)}{gap}{zeros}{code.removeprefix(letters)} "
    for text in (typed, typed.lower(), typed.title()):
        assert parse_points(text, no_table).points == (code,)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ub-40", "BL40"),
        ("BL 40", "BL40"),
        ("B40", "BL40"),
        ("SJ5", "TE5"),
        ("TB5", "TE5"),
        ("th5", "TE5"),
        ("3E5", "TE5"),
        ("San Jiao 5", "TE5"),
        ("triple warmer 5", "TE5"),
        ("du20", "GV20"),
        ("Dü3", "SI3"),
        ("ren 6", "CV6"),
        ("HC6", "PC6"),
        ("liv3", "LR3"),
        ("F3", "LR3"),
        ("kid 3", "KI3"),
        ("G34", "GB34"),
        ("VB34", "GB34"),
        ("RP6", "SP6"),
        ("ST036", "ST36"),
        ("Stomach 36", "ST36"),
        ("large intestine 4", "LI4"),
        ("EX-HN3", "EX-HN3"),
        ("ex hn 3", "EX-HN3"),
        ("exhn3", "EX-HN3"),
        ("Ex-B2", "EX-B2"),
    ],
)
def test_other_abbreviations_become_who_codes_without_table(text: str, code: str) -> None:
    typed = parse_points(text, no_table)
    assert (typed.points, typed.remarks) == ((code,), ())
    assert normal_point(text) == code


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("L14", "LR14 (liver) or LI4 (large intestine)"),
        ("L11", "LU11 (lung), LR11 (liver) or LI1 (large intestine)"),
        ("P6", "PC6 (pericardium) or LU6 (lung)"),
        ("H3", "HT3 (heart) or LR3 (liver)"),
        ("l-7", "LU7 (lung) or LR7 (liver)"),
        ("S6", "ST6 (stomach), SP6 (spleen) or SI6 (small intestine)"),
        ("C7", "HT7 (heart) or CV7 (conception vessel)"),
        ("E5", "ST5 (stomach) or TE5 (triple energizer)"),
        ("m 6", "ST6 (stomach) or SP6 (spleen)"),
        ("R3", "KI3 (kidney) or CV3 (conception vessel)"),
        ("RN6", "KI6 (kidney) or CV6 (conception vessel)"),
        ("IG4", "LI4 (large intestine) or SI4 (small intestine)"),
    ],
)
def test_letters_with_two_meanings_are_refused_with_both(text: str, meanings: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_points(f"LI4,{text}", no_table)
    assert str(refused.value) == f"{text} can mean {meanings}. Type the one that is meant."
    assert normal_point(text) == text.lower()


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("P10", "LU10", "lung"),
        ("E36", "ST36", "stomach"),
        ("L119", "LI19", "large intestine"),
        ("IG20", "LI20", "large intestine"),
    ],
)
def test_the_one_meridian_with_that_number_is_taken(text: str, code: str, name: str) -> None:
    typed = parse_points(text, no_table)
    assert typed.points == (code,)
    assert typed.remarks == (f"{text} can only mean {code} ({name}); kept as {code}.",)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Zusanli", "ST36"),
        ("zú sān lǐ", "ST36"),
        ("zu-san-li", "ST36"),
        ("Zhonglushu", "BL29"),
        ("Renzhong", "GV26"),
        ("yintang", "EX-HN3"),
        ("足三里", "ST36"),
        ("归来", "ST29"),
        ("崑崙", "BL60"),
        ("Zhōngzhǔ", "TE3"),
        ("Zhōngzhù", "KI15"),
    ],
)
def test_a_name_of_the_table_becomes_its_code(text: str, code: str) -> None:
    typed = parse_points(text, load_points)
    assert (typed.points, typed.remarks) == ((code,), ())
    assert normal_point(text, load_points) == code


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("Futu", "LI18 (large intestine) or ST32 (stomach)"),
        ("zhongzhu", "KI15 (kidney) or TE3 (triple energizer)"),
        ("Erjian", "LI2 (large intestine) or EX-HN6 (extra point, head and neck)"),
    ],
)
def test_a_name_of_two_points_is_refused_with_both(text: str, meanings: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse(text)
    assert str(refused.value) == f"{text} can mean {meanings}. Type the one that is meant."
    assert normal_point(text, load_points) == text.lower()


def test_every_name_leads_to_its_point_or_is_refused_with_it() -> None:
    for point in load_points():
        for name in filter(None, (point.pinyin, point.pinyin_toned, *point.also_called)):
            try:
                meant = " ".join(parse(name))
            except UsageError as refused:
                meant = str(refused)
            assert point.code in meant.split(), name


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("LI21", "LI21 is not in the table of points (LI has 20 points); kept as typed."),
        ("li 0", "li 0 is not in the table of points (LI has 20 points); kept as typed."),
        ("ex-ca 2", "ex-ca 2 is not in the table of points (EX-CA has 1 point); kept as typed."),
        ("LI" + "4" * 5000, f"LI{'4' * 5000} is not in the table of points (LI has 20 points); kept as typed."),
        ("li", "li is not in the table of points; kept as typed."),
        ("P99", "P99 is not in the table of points; kept as typed."),
        ("M-HN-9", "M-HN-9 is not in the table of points; kept as typed."),
        ("ashi left knee", "ashi left knee is not in the table of points; kept as typed."),
        ("---", "--- is not in the table of points; kept as typed."),
        (
            "LI4 the other",
            "LI4 the other is not in the table of points; kept as typed. LI4 alone is not among the points.",
        ),
        ("a\u202eb", "a\\u202eb is not in the table of points; kept as typed."),
        (
            "sanli",
            "sanli is not in the table of points; kept as typed. Did you mean LI10 (Shousanli) or ST36 (Zusanli)?",
        ),
        (
            "San Li",
            "San Li is not in the table of points; kept as typed. Did you mean LI10 (Shousanli) or ST36 (Zusanli)?",
        ),
        ("left and right", "left and right is not in the table of points; kept as typed."),
        ("guan", "guan is not in the table of points; kept as typed."),
    ],
)
def test_an_unknown_point_stays_as_typed_with_a_word(text: str, remark: str) -> None:
    typed = parse_points(text, load_points)
    assert (typed.points, typed.remarks) == ((text,), (remark,))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("LI4 ST36", ("LI4", "ST36")),
        ("li 4 st 36, GB20", ("LI4", "ST36", "GB20")),
        ("hegu zusanli", ("LI4", "ST36")),
        ("Hegu ST 36", ("LI4", "ST36")),
        ("Zu San Li", ("ST36",)),
        ("gall bladder 20", ("GB20",)),
        ("LI4/ST36", ("LI4", "ST36")),
        ("LI4+ST36+GB20", ("LI4", "ST36", "GB20")),
        ("LI4 & ST36", ("LI4", "ST36")),
        ("li 4 and st 36", ("LI4", "ST36")),
        ("Hegu AND Zu San Li", ("LI4", "ST36")),
        ("LI4/ST36, GB20 and hegu", ("LI4", "ST36", "GB20")),
        ("li 4 st 36/gb20", ("LI4", "ST36", "GB20")),
    ],
)
def test_blanks_separate_points_where_each_word_is_one(text: str, codes: tuple[str, ...]) -> None:
    assert parse_points(text, load_points) == (codes, ())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("LI4 ST99", ("LI4", "ST99")),
        ("LI4 and LI99", ("LI4", "LI99")),
        ("LI4/ST 99 + gb20", ("LI4", "ST99", "GB20")),
        ("BL 99", ("BL 99",)),
    ],
)
def test_what_is_like_a_code_does_not_hide_other_points(text: str, codes: tuple[str, ...]) -> None:
    assert parse(text) == codes


def test_an_ambiguous_point_among_several_is_refused() -> None:
    with pytest.raises(UsageError, match="P6 can mean"):
        parse_points("P6 ST36", load_points)


def test_points_keep_their_order_each_once() -> None:
    typed = parse_points("ST36; li4,LI 4,, ashi  left knee,Ashi left knee ,hegu;zusanli,", load_points)
    assert typed.points == ("ST36", "LI4", "ashi left knee")
    assert typed.remarks == ("ashi left knee is not in the table of points; kept as typed.",)


@pytest.mark.parametrize("text", ["", " ", ",", " ; ,", "+", "&, /"])
def test_no_point_at_all_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"^No point is named\. Type points as LI4,ST36\.$"):
        parse(text)


@pytest.mark.parametrize("text", ["none", " None ", "no points", "nothing", "n/a", "-"])
def test_no_points_in_words_are_none(text: str) -> None:
    with pytest.raises(NoPointError):
        parse(text)


@pytest.mark.parametrize("text", ["LI4/ST36", "li 4 & st 36", "LI4+ST36", "LI4 and ST36", "LI4,ST36 GB20", "LI99/ST36"])
def test_codes_need_no_table_whatever_is_between_them(text: str) -> None:
    assert parse_points(text, no_table).points


@pytest.mark.parametrize("text", ["+BL23", "BL23+", "+BL23,+", "&BL23 /", "BL23,+"])
def test_a_sign_beside_a_point_is_no_point(text: str) -> None:
    assert parse_points(text, no_table).points == ("BL23",)


@pytest.mark.parametrize("text", ["LI4,a\x1bb", "LI4,a\udcffb"])
def test_what_is_no_text_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"^A point holds .*$"):
        parse(text)


@given(st.text())
def test_any_text_is_refused_or_parses_the_same_again(text: str) -> None:
    try:
        points = parse(text)
    except UsageError:
        return
    assert parse("; ".join(points)) == points
    assert not [point for point in points if set(point) & set(",;\n")]


@given(st.text())
def test_the_quiet_form_never_raises(text: str) -> None:
    assert normal_point(text, load_points) in (folded(text), *CODES)


def test_no_letters_mean_a_meridian_twice() -> None:
    for code, meridian in MERIDIANS.items():
        letters = [code.lower(), *meridian.letters.split()]
        assert len(set(letters)) == len(letters)


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("LI4 foo", ("LI4", "foo")),
        ("foo LI4", ("foo", "LI4")),
        ("LI 4 foo bar st36", ("LI4", "foo bar", "ST36")),
        ("LI4/foo", ("LI4", "foo")),
        ("LI4/my spot", ("LI4", "my spot")),
        ("ashi, moxa BL23 + BL25", ("ashi", "moxa", "BL23", "BL25")),
        # The code says where a point is that has none.
        ("2 cm below ST36", ("2 cm below ST36",)),
        ("LI4 left", ("LI4 left",)),
        # Names are those of points of the ear, too, and S6 can mean three points.
        ("auricular shenmen", ("auricular shenmen",)),
        ("foo S6", ("foo S6",)),
    ],
)
def test_an_unknown_word_does_not_swallow_a_code(text: str, points: tuple[str, ...]) -> None:
    assert parse(text) == points


def test_a_code_that_is_no_point_of_its_own_is_named() -> None:
    typed = parse_points("between ST36 and ST37", load_points)
    assert typed.points == ("between ST36 and ST37",)
    assert typed.remarks[0].endswith("; kept as typed. ST36 and ST37 alone are not among the points.")
