"""The table of words that people type for a command, and of a command line that does what they mean by it."""

from collections.abc import Collection, Container, Sequence
from itertools import pairwise
from typing import NamedTuple

from paintrack.commands._shared.guidance.command_arguments_and_examples import SCORE_IN_EXAMPLE, example_line
from paintrack.commands._shared.guidance.meanings.scores_in_words import DURATION
from paintrack.commands._shared.guidance.similar_words import likeness, most_similar
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.score import is_score
from paintrack.storage.reader import Reader

# Stands for a correction that the entry can have.
CORRECTED = "CORRECTED"


class Guess(NamedTuple):
    """Words that people type, separated by blanks, and the command lines that may be meant, the likeliest first.

    Each command line is an example that works as it stands, but for SCORE, which only the person knows. Of
    alternatives separated by ` | ` the first whose command exists counts. TEXT, OLD, NEW, SCORE and a number give way
    to what was typed, WORD to the word with what follows.
    """

    words: str
    command_lines: tuple[str, ...]


_GUESSES = (
    Guess("add new record register session visit treatment create enter save insert treated acupuncture", ("log 7 3",)),
    Guess("start begin arrive arrival arrived pre checkin check-in in open", ("before 7",)),
    Guess("finish end stop leave leaving left post done close out checkout check-out complete", ("after 3",)),
    Guess(
        "score pain hurts hurt hurting aches painful feel feeling reading measure now home level nrs vas", ("rate 5",)
    ),
    Guess("report print printout page handout appointment", ("summary",)),
    Guess("pdf", ("summary -o page.pdf",)),
    Guess("html", ("summary -o page.html",)),
    Guess("share email mail send", ("summary -o page.html", "export history.csv")),
    Guess("chart graph plot draw curve progress course improving helping verdict", ("trend",)),
    Guess("stats statistics stat analyse analyze analysis", ("trend", "compare")),
    Guess("history ls all entries table sessions records diary journal", ("list",)),
    Guess("tail recent latest newest", ("list --last 5",)),
    Guess("head", ("list",)),
    Guess("find search grep", ("list --grep TEXT",)),
    Guess("rename relabel mv", ("conditions rename OLD NEW",)),
    Guess("remove rm del drop discard", ("delete last",)),
    Guess("erase forget reset", ("delete last", "purge")),
    Guess("wipe shred destroy", ("purge",)),
    Guess("fix correct change modify amend alter mistake wrong", (f"edit last {CORRECTED}",)),
    Guess("update", (f"edit last {CORRECTED}", "--version")),
    Guess("upgrade", ("--version",)),
    # There is none: the diary is one file.
    Guess("login log-in signin signup account", ("help privacy",)),
    Guess("today overview dashboard state info open-sessions", ("status",)),
    Guess("version ver about", ("--version",)),
    Guess("doctor check verify integrity where path location database db health damaged corrupt", ("file",)),
    Guess("repair mend", ("file --fix",)),
    Guess("salvage rescue", ("file --salvage salvaged.db",)),
    Guess("side sideeffect side-effect reaction adverse aftereffect after-effect", ("effect TEXT",)),
    # The page lists those that were recorded.
    Guess("effects sideeffects side-effects reactions", ("effect TEXT", "summary")),
    Guess(
        "palpitations palpitation heartbeat swelling swollen cramp cramps cramping spasm spasms",
        ("effect WORD", "rate SCORE --for WORD"),
    ),
    Guess(
        "bad awful terrible horrible rough good great fine ok okay nice slept",
        ("rate SCORE --note WORD", "note WORD"),
    ),
    # Trouble with these is also rated.
    Guess("sleep mood", ("rate SCORE --for WORD", "note WORD")),
    Guess("forgot forgotten", ("log 7 3 --at yesterday",)),
    Guess("install", ("completion install",)),
    Guess("sad depressed hopeless lonely miserable", ("note WORD", "help safety")),
    Guess("panic suicide suicidal emergency crisis ambulance hotline", ("help safety",)),
    Guess("remark memo comment write jot", ("note TEXT",)),
    Guess("notes remarks comments", ("note --list",)),
    Guess(
        "medication medicine meds drug drugs pill pills tablet took painkiller", ("note TEXT", "rate SCORE --took TEXT")
    ),
    Guess("ask q", ("question TEXT",)),
    Guess("questions", ("question --list",)),
    Guess("reminder reminders calendar ics alarm next", ("remind",)),
    Guess("goal target aim", ("plan set --goal 3",)),
    Guess("schedule planned", ("plan",)),
    Guess("revert rollback oops takeback take-back back reinstate resurrect", ("undo",)),
    Guess("again forward put-back", ("redo",)),
    Guess("view cat display detail details get", ("show last",)),
    Guess("cost price paid money bill bills expenses invoice receipt receipts", ("costs",)),
    Guess("refund refunded reimbursed reimbursement covered", ("costs",)),
    Guess("statement insurer insurance", ("costs --visits -o statement.html",)),
    Guess("relief", ("trend --relief",)),
    Guess("by best", ("compare --by point",)),
    Guess("point acupoint acupoints", ("points",)),
    Guess("practitioner therapist therapists acupuncturist doctors", ("practitioners",)),
    Guess("condition problems symptoms", ("conditions",)),
    Guess("dump", ("backup", "export history.json")),
    Guess("json", ("export history.json",)),
    Guess("copy snapshot archive", ("backup",)),
    Guess("backups copies", ("backup --list", "backup")),
    Guess("encrypt encrypted passphrase password", ("backup --encrypt paintrack-backup.age",)),
    Guess("sync synchronise synchronize join combine unite laptop", ("merge laptop.db --dry-run",)),
    Guess("recover recovery", ("restore", "file")),
    Guess("csv spreadsheet excel download", ("export history.csv",)),
    Guess("fhir", ("export history.fhir.json --format fhir",)),
    Guess("load upload read", ("import history.csv --dry-run",)),
    Guess("settings setting setup configure options preferences prefs set name", ("config",)),
    Guess("currency", ("config set currency EUR",)),
    Guess("sample example tutorial try tour test", ("demo",)),
    Guess("man manual usage commands guide docs h ?", ("--help",)),
    Guess("function disability interference week", ("peg 6 7 5",)),
    Guess("month monthly year yearly", ("list", "trend")),
    Guess("pgic", ("overall better",)),
    Guess("autocomplete autocompletion completions tab shell bash zsh fish powershell", ("completion install",)),
)
_COMMAND_LINES = {folded(word): guess.command_lines for guess in _GUESSES for word in guess.words.split()}
GUESSED_WORDS = tuple(_COMMAND_LINES)


# What people want listed, and the command for it; sessions and readings are what `list` shows.
_LISTINGS = {
    "notes": ["note", "--list"], "remarks": ["note", "--list"], "changes": ["note", "--list"],
    "questions": ["question", "--list"], "plans": ["plan"], "goals": ["plan"],
    "sessions": ["list"], "visits": ["list"], "entries": ["list"], "readings": ["list"], "scores": ["list"],
    "conditions": ["conditions"], "symptoms": ["conditions"],
    "practitioners": ["practitioners"], "therapists": ["practitioners"], "acupuncturists": ["practitioners"],
    "points": ["compare", "--by", "point"], "costs": ["costs"],
    "all": ["list"], "everything": ["list"], "history": ["list"], "backups": ["backup", "--list"],
}  # fmt: skip

# What ends a program that goes on.
_LEAVING = {"quit", "exit", "bye", "goodbye", "logout", "logoff", "log-out", "log-off", ":q", ":q!", ":wq", ":x"}


def is_leaving(words: Sequence[str]) -> bool:
    """Whether the words are there to end a program: `quit`, `log out`."""
    return folded("-".join(words)) in _LEAVING


# What people want help on, and the topic.
_TOPICS = {
    "date": "dates", "day": "dates", "days": "dates", "time": "dates", "times": "dates", "when": "dates",
    "scales": "scale", "score": "scale", "scores": "scale", "nrs": "scale",
    "number": "numbers", "statistics": "numbers", "stats": "numbers", "course": "numbers", "relief": "numbers",
    "carry-over": "numbers", "verdict": "numbers", "median": "numbers",
    "private": "privacy", "secret": "privacy", "security": "privacy",
    "emergency": "safety", "suicide": "safety", "suicidal": "safety", "safe": "safety", "panic": "safety",
    "crisis": "safety", "urgent": "safety", "danger": "safety", "mood": "safety", "depression": "safety",
    "file": "files", "data": "files", "where": "files", "database": "files",
    "computer": "computers", "laptop": "computers", "phone": "computers", "sync": "computers",
    "script": "scripts", "scripting": "scripts", "json": "scripts", "automation": "scripts",
}  # fmt: skip


def guessed_listing(words: Sequence[str], reader: Reader) -> list[str]:
    """The command line that lists what the words behind `list` name; empty for other words, and for a condition."""
    name = folded(" ".join(words)).removeprefix("all ")
    line = _LISTINGS.get(name, _LISTINGS.get(f"{name}s", []))
    return line if line and reader.spelling(name) is None else []


def guessed_topic(word: str, topics: Container[str]) -> str:
    """The topic of `help` that the word may mean; empty for a word not in the table, or without its topic."""
    topic = _TOPICS.get(folded(word), "")
    return topic if topic in topics else ""


def guessed_command_lines(word: str, commands: Container[str]) -> list[list[str]]:
    """The command lines that a word may mean, each as words without `paintrack`; none for a word not in the table.

    `commands` are those that there are.
    """
    name = folded(word).replace("_", "-")
    command_lines = _COMMAND_LINES.get(name, ("undo",) if _is_taken_back(name, commands) else ())
    existing = ([each.split() for each in line.split(" | ") if _exists(each, commands)] for line in command_lines)
    return [alternatives[0] for alternatives in existing if alternatives]


def _is_taken_back(name: str, commands: Container[str]) -> bool:
    """Whether it is a known word with `un` in front: `undelete`, `unrate`, `unsave`."""
    done = name.removeprefix("un").removeprefix("-")
    return name.startswith("un") and (done in commands or done in _COMMAND_LINES)


def _exists(command_line: str, commands: Container[str]) -> bool:
    word = command_line.partition(" ")[0]
    return word.startswith("-") or word in commands


def with_typed_words(lines: list[list[str]], words: Sequence[str]) -> list[list[str]]:
    """The command lines with the words that were typed, as one text, and a score, in their places."""
    # In `slept 4 hours` the number is not a score.
    is_span = any(is_score(word) and DURATION.fullmatch(folded(behind)) for word, behind in pairwise(words))
    text = " ".join(word for word in words if not word.startswith("-") and (is_span or not is_score(word)))
    score = SCORE_IN_EXAMPLE if is_span else next(filter(is_score, words), SCORE_IN_EXAMPLE)
    return [
        [text if word == "WORD" else score if word == SCORE_IN_EXAMPLE else word for word in line] for line in lines
    ]


def similar_command_lines(word: str, commands: Collection[str]) -> list[list[str]]:
    """Examples of the commands that are spelled much like the word, or like a word that means them; none for `at`."""
    if len(word) < 3:
        return []
    similar = most_similar(word, commands, least=0.6)
    guesses = most_similar(word, GUESSED_WORDS, least=0.8)[:1]
    if similar and guesses and likeness(word, guesses[0]) > likeness(word, similar[0]):
        similar = []
    elif similar:
        guesses = []
    examples = [example_line(each) for each in similar]
    for each in guesses:
        examples += with_typed_words(guessed_command_lines(each, commands), [each])
    return examples
