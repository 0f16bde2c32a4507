"""The texts of `paintrack help TOPIC`: what a person may want to know that is not about one command."""

from collections.abc import Callable
from typing import NamedTuple

from paintrack.views.text_layout import fill, reading_width

_BULLET = "- "


class Topic(NamedTuple):
    """A topic: the word that is typed, one line about it, and its text as paragraphs."""

    word: str
    line: str
    paragraphs: tuple[str, ...]


_TOPIC_ROWS = (
    Topic(
        "scale",
        "what a score is, and how often to rate",
        (
            (
                "A score is how bad it is right now: 0 is none, 10 is the worst you can imagine (the numerical rating "
                "scale with 11 steps, NRS-11). Whole numbers are fine, one decimal is allowed: 6.5."
            ),
            (
                "Always rate the trouble, so that lower is better. For sleep, energy or mood that means the trouble "
                "with it: 0 no trouble, 10 the worst. Compare with your own days, not with other people."
            ),
            "0 is a score. A score that was not taken stays empty: it is not 0.",
            (
                "Rate on arrival, before you lie down, and again when you leave. That is enough. Look "
                "about once a month: looking after every visit finds changes that are not there."
            ),
            (
                "Most scores move by 1 or 2 from day to day without a reason. Readings at home (paintrack rate) are "
                "welcome but never needed: watching it all day does not help."
            ),
        ),
    ),
    Topic(
        "dates",
        "how to type when something was",
        (
            "--at takes a day, or a day and a time. Default: now.",
            '- now, 15:00, "today 9am", yesterday, "yesterday 15:00"',
            '- tuesday, "tue 14:00" (the last one), "2 days ago", "an hour ago"',
            '- "3 nov", "3 nov 2025 14:00", 2026-11-03, "2026-11-03 15:00"',
            '- "last night", "this morning", "tue evening" (the day; no hour is made up)',
            (
                "Put words with a blank between them into quotes. A day without a year is the last one that is not in "
                "the future; a day without a time is kept as a day, and noon is 12:00. The answer says what was "
                "understood."
            ),
            "--since and --until take a day too, and spans of time:",
            '- 2026-11, october (the last one), "oct 2025", 2026',
            '- "last week", "last month", "this year", "30 days", "3 months"',
            (
                "Refused, because it can be read in two ways: 03/11/2026, a bare 7, a day without a year that lies in "
                "the coming week. Refused too: the future, 24:00, and a time that the clocks skipped. A time that came "
                "twice, as the clocks were set back, is the first."
            ),
            "A time zone can be added: 2026-11-03 15:00+01:00. Without one it is the local time of your computer.",
        ),
    ),
    Topic(
        "numbers",
        "what course, relief and carry-over mean, and the words for them",
        (
            (
                "Course: the scores you arrive with, visit by visit. Is the problem itself getting better? Relief: "
                "before minus after in one session. What is different right after? Carry-over: is it still lower on "
                "the next arrival? The three are never mixed. Each figure says how many sessions it is from (n)."
            ),
            (
                "The first score of a course is shown but not counted: people often start on a bad day, and bad days "
                "ease by themselves. The words for a course, and how often they are false where nothing changes (in "
                "simulated diaries):"
            ),
            "- going down, going up (from 9 visits): false in at most 5 of 100, in 6 where people book on bad days",
            (
                "- probably going down, probably going up (from 7 visits): 'probably' or 'going', false in at most 11 "
                "of 100, in 12 where people book on bad days"
            ),
            "- about the same (from 9 visits): a change of 2 or more over these visits is unlikely (5 % on each side)",
            "- not clear yet: the usual answer for scores that move a lot; it does not mean that nothing changed",
            "- too early: under 7 visits with a score. Mostly 0: days above 0 are counted instead",
            "No word says what caused a change. All of it: paintrack trend --explain",
        ),
    ),
    Topic(
        "privacy",
        "who can read your diary",
        (
            (
                "Your diary is one file on this computer. paintrack has no network code: nothing is sent, counted or "
                "looked up. On Linux and macOS only you can read the file (mode 0600)."
            ),
            (
                "The file is not encrypted. Whoever can use your computer as you, or has its disk, can read it: turn "
                "on disk encryption. Exports and pages hold the same things: mind where you put them. A copy for a "
                "stick or a cloud can be encrypted: paintrack backup --encrypt copy.age"
            ),
            (
                "Your shell keeps what you type. A note that is asked for (paintrack note) or read from standard input "
                "(paintrack note -) is not in its history."
            ),
            (
                "The page leaves out notes marked --private, and what you wrote on self-harm, unless you ask for both "
                "with summary --private."
            ),
            "What you delete stays in the file, so that undo can bring it back. To remove it for good: paintrack purge",
        ),
    ),
    Topic(
        "safety",
        "what paintrack does, and cannot do, when something is wrong",
        (
            (
                "In an emergency call your emergency number: 112 in Europe, 911 in North America, 999 in the United "
                "Kingdom. Do not write it down first."
            ),
            (
                "Low mood: paintrack cannot respond; if you may harm yourself, call the emergency number or a crisis "
                "line now (US and Canada: 988; UK and Ireland: 116 123)."
            ),
            (
                "If something you type sounds as if you need help, paintrack says so at once, before anything is "
                "saved. It is a prompt to get help, no diagnosis; no clinician reviewed it, and no list of words is "
                "complete. That it says nothing does not mean that all is well."
            ),
            (
                "After acupuncture, get help at once for chest pain or breathlessness, also hours or days later, and "
                "say where the needles were."
            ),
            "Do not change your medicine because of a number here. Talk to the person who prescribed it.",
        ),
    ),
    Topic(
        "files",
        "where your diary is, and how to copy or move it",
        (
            "Your diary is one SQLite file, in the data folder of your system:",
            "- Linux: ~/.local/share/paintrack/paintrack.db (or in XDG_DATA_HOME)",
            "- macOS: ~/Library/Application Support/paintrack/paintrack.db",
            r"- Windows: %LOCALAPPDATA%\paintrack\paintrack.db",
            (
                "PAINTRACK_DB or --db PATH names another one. A file that is not there yet is made by the first entry, "
                "never by looking: to begin anew, move yours to another place."
            ),
            (
                "Where yours is, whether it is sound, and its newest backup: paintrack file. Any tool for SQLite reads "
                "it, too: sqlite-utils rows FILE relief; datasette FILE -m METADATA. The path of METADATA: "
                "paintrack file --json."
            ),
            (
                "A checked copy: paintrack backup. To go back to one: paintrack restore FILE. What was there is copied "
                "first. Of the dated backups the newest ten are kept; paintrack makes one before an import, too."
            ),
            (
                "All of it in a file: paintrack export history.json. On another computer: paintrack import "
                "history.json. Importing twice changes nothing. For a spreadsheet: paintrack export history.csv"
            ),
            (
                "Do not let a sync service copy the diary itself: a copy made during a write can be damaged. Copy a "
                "backup."
            ),
            "No file is replaced without --force. For import and export, - is a pipe.",
        ),
    ),
    Topic(
        "computers",
        "one diary on two computers: what is safe, and what is not",
        (
            (
                "paintrack merge laptop.db joins the other computer's file (or a backup, an .age copy, an export as "
                "JSON) to yours. The other file is only read; --dry-run says what would happen. Then merge the other "
                "way round: now both hold the same, whatever the order, and merging again changes nothing."
            ),
            (
                "Of each value the later change counts: a note here and a cost there are both kept. If both "
                "changed a value differently, both values are named; with some files once more, until both computers "
                "have merged. A visit typed on both is named; --join-twins joins it, later too. "
                "Ids differ: r7 here may be r8 there."
            ),
            (
                "What was deleted on one side stays deleted, whatever was changed later, unless a later undo or redo "
                "puts it back. What was purged is deleted on the other too and does not come back; to remove its words "
                "there, purge there. Undo takes a merge back as if it had not been."
            ),
            "Not safe:",
            "- A sync service on the file itself: a copy can be damaged. Merge a backup.",
            "- A clock that is wrong: its changes look later or earlier than they were.",
            "- CSV: it does not say when a value was changed, so it replaces whole entries.",
            "- A value cleared and purged here: it comes back if the other changed it later.",
            "- JSON has no values of deleted entries: to put one back, merge a backup.",
            "- Undo of an imported sheet after a merge: the next merge deletes its entries on the other, too.",
            "- A visit typed on three computers, unless all are merged into one first.",
        ),
    ),
    Topic(
        "scripts",
        "options of all commands, exit codes, input and output",
        (
            "Options that mean the same everywhere; they may also stand before the command:",
            "- --json: the answer for a program, its keys: trend --explain --json",
            "- --db PATH: another file. -q, --quiet: no confirmations or hints",
            "- --no-input: never ask. -y, --yes: confirm. -n, --dry-run: change nothing",
            "- -o, --output FILE: write to a file. --force: replace one",
            "- --plain: sentences, for a screen reader. --ascii: simple signs. --no-color",
            (
                "Answers go to standard output; hints, questions and urgent advice to standard error. Off a terminal "
                "nothing is asked, and a page or table is 80 columns wide, or as wide as COLUMNS says."
            ),
            "Exit codes:",
            "- 0: done, 130: interrupted",
            "- 1: the data or a file is in trouble, 2: the command line is wrong",
            (
                "Colour: NO_COLOR, FORCE_COLOR, CLICOLOR and CLICOLOR_FORCE count. Standard input is UTF-8, whatever "
                "the locale."
            ),
        ),
    ),
)
TOPICS = {topic.word: topic for topic in _TOPIC_ROWS}


def topic_text(topic: Topic, width: int, complete: Callable[[str], str] = str) -> str:
    """The paragraphs, wrapped to `width` columns, at most 80; each on one line if the width is unlimited.

    `complete` turns a paragraph that names commands into the one to show.
    """
    width = reading_width(width)
    lines: list[str] = []
    for text in map(complete, topic.paragraphs):
        if text.startswith(_BULLET):
            lines.append(fill(text.removeprefix(_BULLET), width, first=_BULLET, rest="  "))
        else:
            # Paragraphs are separated by a blank line, except after a list.
            lines += ["", fill(text, width)] if lines and not lines[-1].startswith(_BULLET) else [fill(text, width)]
    return "\n".join(lines)


def topic_list(width: int) -> str:
    """A line for each topic."""
    return "\n".join(fill(f"{topic.word}: {topic.line}", width, rest="  ") for topic in TOPICS.values())
