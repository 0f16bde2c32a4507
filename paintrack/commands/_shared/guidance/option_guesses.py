"""Options that people guess, and those that they mean by them."""

from collections.abc import Container, Sequence

# Each option with the names that are guessed for it; the first one that the command has is meant.
_GUESSED_NAMES = {
    "--at": "date day when time on",
    "--for": "condition pain what problem symptom area",
    "--with": "practitioner therapist doctor acupuncturist by",
    "--cost": "price paid amount fee",
    "--covered": "insurance reimbursed refund",
    "--took": "medicine medication meds drug painkiller",
    "--receipt": "invoice bill",
    "--note": "comment remark text notes",
    "--points": "point acupoints acupoint",
    "--point": "points",
    "--side-effect": "side-effects effect sideeffect",
    "--since": "from start after",
    "--until": "to end before",
    "--output": "out file save",
    "--grep": "search find text word",
}
_MEANT_BY = {
    f"--{guess}": [option for option, others in _GUESSED_NAMES.items() if guess in others.split()]
    for names in _GUESSED_NAMES.values()
    for guess in names.split()
}


def with_meant_options(arguments: Sequence[str], options: Container[str]) -> list[str]:
    """The arguments with the options of the command, `options`, in the place of others that mean the same.

    >>> with_meant_options(["7", "--date=yesterday", "--by", "Dr Li"], {"--at", "--with"})
    ['7', '--at=yesterday', '--with', 'Dr Li']
    """
    meant = []
    for argument in arguments:
        name, equals, value = argument.partition("=")
        names = [each for each in _MEANT_BY.get(name, ()) if each in options]
        meant.append(f"{names[0]}{equals}{value}" if names and name not in options else argument)
    return meant
