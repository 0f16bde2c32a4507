"""The techniques of a session: a closed list of keys, each with its label and its synonyms."""

from functools import cache
from typing import NamedTuple

from paintrack.errors import UsageError
from paintrack.model.displayed_text import listed, typed_words


class Technique(NamedTuple):
    """One technique: the key that is stored, the label that is shown, other words for it."""

    key: str
    label: str
    synonyms: tuple[str, ...] = ()


TECHNIQUES = {
    technique.key: technique
    for technique in (
        Technique("manual", "manual acupuncture", ("acupuncture", "needles", "needling", "manual needling")),
        Technique("electroacupuncture", "electroacupuncture", ("ea", "electro", "electrical acupuncture")),
        Technique("moxibustion", "moxibustion", ("moxa",)),
        Technique("cupping", "cupping", ("cups", "dry cupping", "fire cupping")),
        Technique("auricular", "ear acupuncture", ("ear", "auricular acupuncture", "auriculotherapy")),
        Technique("acupressure", "acupressure", ("pressure", "finger pressure", "shiatsu")),
        Technique("dry_needling", "dry needling", ("dn", "dry needle", "dry needles")),
        Technique("laser", "laser acupuncture", ("laser needle", "laser needles", "laser therapy")),
        Technique("warm_needle", "warm needle", ("warm needles", "warm needling", "warming needle")),
        Technique("press_needle", "press needle", ("press needles", "press tack", "press tacks", "ear seeds")),
        Technique("scalp", "scalp acupuncture", ("scalp needling", "head acupuncture")),
        Technique("gua_sha", "gua sha", ("scraping",)),
        Technique("bloodletting", "bloodletting", ("wet cupping", "pricking")),
        Technique("other", "other technique", ("something else",)),
    )
}


def parse_technique(text: str) -> str:
    """The key of the technique typed as `text`, in any case, with or without spaces, hyphens, underscores.

    Raises UsageError that names the closest matches, or all techniques where none is close.

    >>> parse_technique("EA"), parse_technique("dry-needling")
    ('electroacupuncture', 'dry_needling')
    """
    keys = _keys_by_word()
    word = _plain(text)
    if word in keys:
        return keys[word]
    import difflib

    close_keys = dict.fromkeys(keys[match] for match in difflib.get_close_matches(word, keys, n=3, cutoff=0.7))
    hint = (
        f"Near it: {listed([technique_label(key) for key in close_keys])}."
        if close_keys
        else f"It is one of: {', '.join(each.label for each in TECHNIQUES.values())}."
    )
    typed = typed_words(text)
    sentence = f"{typed} is not in the list of techniques." if typed else "The technique is empty."
    raise UsageError(f"{sentence} {hint}")


def technique_label(key: str) -> str:
    """The label of a stored technique; a key that only a newer paintrack knows stays as it is.

    >>> technique_label("auricular"), technique_label("sound_bath")
    ('ear acupuncture', 'sound_bath')
    """
    return TECHNIQUES[key].label if key in TECHNIQUES else key


@cache
def _keys_by_word() -> dict[str, str]:
    return {
        _plain(word): technique.key
        for technique in TECHNIQUES.values()
        for word in (technique.key, technique.label, *technique.synonyms)
    }


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if not letter.isspace() and letter not in "-_")
