"""One error of each class that carries values, or several, with the sentence for it."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

from paintrack import errors
from paintrack.errors import UsageError
from paintrack.model.changes import correction_errors, undeletion_errors
from paintrack.model.changes.undeletion_errors import Obstacle
from paintrack.model.completing import session_errors
from paintrack.model.entries import SideEffect
from paintrack.model.importing import import_errors
from paintrack.model.importing.import_errors import ForeignFormat
from paintrack.model.importing.import_types import CsvDialect

BEGAN = datetime(2026, 7, 6, 14, 2, tzinfo=timezone(timedelta(hours=2)))


SENTENCES = {
    errors.UnknownCommandError("qq", []): "There is no command qq. All commands: paintrack --help",
    errors.UnknownCommandError("add", [["log", "7", "3", "--for", "lower back"]]): (
        'There is no command add. Did you mean: paintrack log 7 3 --for "lower back"'
    ),
    errors.UnknownCommandError("stats", [["trend"], ["compare"]]): (
        "There is no command stats. Did you mean one of these?\n  paintrack trend\n  paintrack compare"
    ),
    errors.MisplacedWordsError([["log", "7", "3", "--note", "it's $HOME"]]): (
        """Did you mean: paintrack log 7 3 --note 'it'"'"'s $HOME'"""
    ),
    errors.UnknownCommandError("oops", [["undo"]], step="reading r2, neck 5, Mon 6 Jul 2026"): (
        "There is no command oops. Did you mean: paintrack undo\n  It takes back: reading r2, neck 5, Mon 6 Jul 2026"
    ),
    errors.MisplacedWordsError([["undo"], ["delete", "1"]], step="note n1, new bed, Mon 6 Jul 2026"): (
        "Did you mean one of these?\n  paintrack undo\n  paintrack delete 1\n"
        "  undo takes back: note n1, new bed, Mon 6 Jul 2026"
    ),
    errors.MisplacedWordsError(
        [["redo"]], step="reading r2"
    ): "Did you mean: paintrack redo\n  It puts back: reading r2",
    errors.MisplacedWordsError([["undo", "--steps", "3"], ["delete", "3"]]): (
        "Did you mean one of these?\n  paintrack undo --steps 3\n  paintrack delete 3"
    ),
    errors.StoppedAfterScoresError(["log", "7", "3", "--for", "lower back"]): (
        'You stopped before the scores were saved. To save them:\n  paintrack log 7 3 --for "lower back"'
    ),
    errors.StoppedAfterScoresError(["before", "7"]): (
        "You stopped before the score was saved. To save it:\n  paintrack before 7"
    ),
    errors.FutureTimeError("2027-01-01"): "2027-01-01 is in the future; only what has happened can be recorded.",
    errors.FutureTimeError("tomorrow 9am", next_visit="tomorrow 9am"): (
        "tomorrow 9am is in the future; only what has happened can be recorded. For a next visit: "
        'paintrack remind --next "tomorrow 9am"; else a time that has been: --at "yesterday 15:00".'
    ),
    errors.FutureTimeError("23:30", earlier="yesterday 23:30"): (
        '23:30 is in the future; only what has happened can be recorded. If it was yesterday: type "yesterday 23:30".'
    ),
    errors.FutureTimeError("23:30", next_visit="23:30", earlier="yesterday 23:30"): (
        "23:30 is in the future; only what has happened can be recorded. For a next visit: "
        'paintrack remind --next "23:30"; for yesterday: --at "yesterday 23:30".'
    ),
    errors.FutureTimeError(
        "23:30",
        next_visit="23:30",
        earlier="yesterday 23:30",
        suggestions=[["log", "7", "3", "--at", "yesterday 23:30"]],
    ): (
        "23:30 is in the future; only what has happened can be recorded.\n"
        '  For yesterday:    paintrack log 7 3 --at "yesterday 23:30"\n'
        '  For a next visit: paintrack remind --next "23:30"'
    ),
    errors.NoSingleDayError("in october", period="october", day="2025-10-31"): (
        "october is not a single day: name the day, as in --at 2025-10-31."
    ),
    errors.NoSingleDayError(
        "october", period="october", day="2025-10-31", suggestions=[["rate", "7", "--at", "2025-10-31"]]
    ): "october is not a single day. With the day, as in: paintrack rate 7 --at 2025-10-31",
    errors.NoPointError("none"): (
        "none is not a point: leave --points out. To take points out of a session: paintrack edit ID --clear points"
    ),
    session_errors.SeveralSessionsOpenError([("4", BEGAN + timedelta(minutes=30)), ("3", BEGAN)], 3.5): (
        "2 sessions are open: 4 (since 14:32) and 3 (since 14:02). Say which: paintrack after 3.5 --session 4."
    ),
    session_errors.ArrivalScoreExistsError("3", began=BEGAN, condition="lower back", score=6.5): (
        "Session 3 has lower back already, since 14:02. To correct it: "
        'paintrack edit 3 --for "lower back" --before 6.5. For a new session: --another.'
    ),
    session_errors.ScoreBeforeSessionError(
        "3", began=BEGAN, time_given=True
    ): "Session 3 began later, Mon 6 Jul 2026 14:02.",
    session_errors.ScoreBeforeSessionError(
        "3", began=BEGAN, time_given=False
    ): "Session 3 began later, Mon 6 Jul 2026.",
    session_errors.NoArrivalScoreError("3", condition="left knee", score=3): (
        "Session 3 has no score on arrival for left knee. To save it all the same: "
        'paintrack edit 3 --for "left knee" --after 3.'
    ),
    session_errors.LeavingScoreExistsError("3", condition="neck", existing=3, score=2): (
        "Session 3 has neck 3 after already. To correct it: paintrack edit 3 --for neck --after 2."
    ),
    session_errors.NoOpenScoreError("3", conditions=["neck"], score=2): (
        "Session 3 waits for no score. To correct one: paintrack edit 3 --after 2."
    ),
    session_errors.NoOpenScoreError("3", conditions=["neck", "lower back"], score=2): (
        "Session 3 waits for no score. To correct one:\n"
        "  paintrack edit 3 --for neck --after 2\n"
        '  paintrack edit 3 --for "lower back" --after 2'
    ),
    session_errors.SeveralScoresOpenError("3", conditions=["lower back", "neck"], score=3, is_session_typed=False): (
        "2 scores are open in session 3: lower back and neck.\n"
        '  One of them:  paintrack after 3 --for "lower back"\n'
        "  Both:         paintrack after 3 --also neck=SCORE"
    ),
    session_errors.SeveralScoresOpenError(
        "3", conditions=["neck", "lower back", "knee"], score=3, is_session_typed=True
    ): (
        "3 scores are open in session 3: neck, lower back and knee.\n"
        "  One of them:  paintrack after 3 --session 3 --for neck\n"
        '  All:          paintrack after 3 --session 3 --also "lower back=SCORE" --also knee=SCORE'
    ),
    session_errors.SeveralScoresOpenError(
        "3", conditions=["neck", "knee"], score=3, is_session_typed=True, at="10 minutes ago"
    ): (
        "2 scores are open in session 3: neck and knee.\n"
        '  One of them:  paintrack after 3 --session 3 --at "10 minutes ago" --for neck\n'
        '  Both:         paintrack after 3 --session 3 --at "10 minutes ago" --also knee=SCORE'
    ),
    session_errors.NoArrivalScoreError("3", condition="nekc", score=3, open_conditions=["knee", "neck"]): (
        "Session 3 has no score on arrival for nekc. To save it all the same: paintrack edit 3 --for nekc --after 3."
    ),
    session_errors.NoArrivalScoreError("3", condition="lowr back", score=3, open_conditions=["neck", "lower back"]): (
        "Session 3 has no score on arrival for lowr back. Did you mean lower back?"
    ),
    session_errors.NoOpenSessionError(3.5): (
        "No session is open. A whole session: paintrack log BEFORE 3.5\nHow it is now: paintrack rate 3.5"
    ),
    correction_errors.NoSuchFieldError("reading", "r1", "goal"): "Reading r1 has no goal to correct.",
    correction_errors.NoSuchFieldError("peg", "p1", "text"): "PEG p1 has no text to correct.",
    correction_errors.NotClearableError("cost"): "A reading has no cost to clear.",
    correction_errors.ReadingHasOneScoreError("r1"): "r1 is a reading: it has one score, --score.",
    correction_errors.SessionHasTwoScoresError("3"): "3 is a session: its scores are --before and --after.",
    correction_errors.AlreadyRatedError("3", "neck"): "Session 3 rates neck already.",
    errors.MissingEntryError(["edit", "3", "--after", "4", "--for", "lower back"]): (
        'Which entry? As in: paintrack edit 3 --after 4 --for "lower back". The ids: paintrack list'
    ),
    errors.MissingEntryError(["delete", "r1"]): (
        "Which entry? As in: paintrack delete r1. All of a condition: paintrack delete --for CONDITION. "
        "The ids: paintrack list"
    ),
    errors.TwoWeekdaysError("next tue 9:00", words="next tue", forms=["2026-07-07 9:00", "2026-07-14 9:00"]): (
        'next tue can be the coming one or the one after: type "2026-07-07 9:00" or "2026-07-14 9:00".'
    ),
    errors.NoTimeOfDayError("tue", "", [["remind", "--next", "tue 14:00"]]): (
        'tue has no time of day. With one, as in: paintrack remind --next "tue 14:00"'
    ),
    correction_errors.NotRatedError("3", "neck"): "Session 3 does not rate neck.",
    correction_errors.SideEffectNotThereError(
        "3", SideEffect(kind="drowsy"), [SideEffect(kind="other", words="odd taste")]
    ): ('Session 3 has no side effect drowsy.\n  paintrack edit 3 --clear "side-effect=odd taste"'),
    correction_errors.AmbiguousRatingError("3", []): ("Session 3 rates nothing yet: name the condition with --for."),
    correction_errors.AmbiguousRatingError("3", ["neck", "knee"]): (
        "Session 3 rates neck and knee: say which with --for."
    ),
    errors.UnreadableStateError("reading r1, pain 4", is_undo=True): (
        "What was there before cannot be read, so it was not taken back: reading r1, pain 4. "
        "Correct the entry itself (paintrack edit ID), or restore a backup (paintrack restore FILE)."
    ),
    errors.UnreadableStateError("reading r1, pain 4", is_undo=False): (
        "What it was cannot be read, so it was not put back: reading r1, pain 4. "
        "Enter it again, or restore a backup (paintrack restore FILE)."
    ),
    errors.PegTakesThreeScoresError(): "peg takes three scores, for pain, enjoyment and activity: paintrack peg 6 7 5",
    errors.NoPathError(by_option=True): "--db names no file. Give a path such as ~/paintrack.db.",
    errors.NoPathError(by_option=False): "PAINTRACK_DB names no file. Give a path such as ~/paintrack.db.",
    errors.MissingExtraError("pyrage>=1.4,<2", purpose="An encrypted copy", python="/home/ada/.venv/bin/python"): (
        "An encrypted copy needs one more library. To install it: "
        '"/home/ada/.venv/bin/python" -m pip install "pyrage>=1.4,<2"'
    ),
    errors.MissingExtraError(
        "typst>=0.15", purpose="a PDF", python="py", instead="HTML;", error=ImportError("no\nGLIBC")
    ): (
        "HTML; a PDF needs a library that is installed but does not load (no GLIBC). "
        'To install it anew: py -m pip install --force-reinstall "typst>=0.15"'
    ),
    errors.ImportOfCopyError("a b.db", is_encrypted=False): (
        "a b.db is a paintrack file, which is not imported.\n"
        '  To join it to yours:             paintrack merge "a b.db"\n'
        '  To put it in the place of yours: paintrack restore "a b.db"'
    ),
    errors.HistoryIsNoCopyError("history.csv"): (
        "history.csv is not a copy of a paintrack file. "
        "If it is a history that was exported: paintrack import history.csv"
    ),
    errors.NoCopyError(None, []): "Say which copy to restore, by its path; paintrack itself has made none yet.",
    errors.NoSuchFileError("x.csv"): "There is no file x.csv.",
    errors.NoCopyError("x.db", []): "There is no file x.db.",
    errors.NoCopyError("x.db", [(BEGAN.replace(tzinfo=None), "/backups/a.db")]): (
        "There is no file x.db. The newest that paintrack made:\n"
        '  Mon 6 Jul 2026 14:02:  paintrack restore "/backups/a.db"'
    ),
    errors.NoCopyError(None, [(BEGAN.replace(tzinfo=None, second=s), f"/{s}.db") for s in (9, 0)]): (
        "Say which copy to restore. The newest that paintrack made:\n"
        '  Mon 6 Jul 2026 14:02:09:  paintrack restore "/9.db"\n'
        '  Mon 6 Jul 2026 14:02:00:  paintrack restore "/0.db"'
    ),
    errors.NoHomeFolderError("~x/y.db"): "There is no home folder for ~x/y.db. Give a path such as ~/paintrack.db.",
    errors.NoHomeFolderError(): "Your home folder is not known. Give a path: --db PATH, or set PAINTRACK_DB.",
    errors.ForeignFileError(Path("x.db")): "This file belongs to another program; it was left as it is: x.db",
    errors.NewerFileError(Path("x.db")): "A newer paintrack wrote this file; update paintrack to use it: x.db",
    errors.InvalidContentError(Path("x.db")): "Something in the file is not as paintrack writes it: x.db",
    errors.FileGoneError(Path("x.db")): "The file was moved or removed just now: x.db",
    errors.DamagedFileError(Path("x.db")): "The file is damaged. What helps: paintrack file. The file: x.db",
    errors.NoDiaryError(Path("x.db")): "There is no diary here yet. Start with: paintrack before 7 (x.db)",
    errors.ImportOfOwnFileError("x.db"): "x.db is your paintrack file itself; there is nothing to import.",
    errors.ExportOverOwnFileError(Path("x.db")): "x.db is your paintrack file itself; give another name.",
    errors.ExportOverOwnFileError(Path("x.db-wal"), by_name=True): (
        "x.db-wal is a name that your paintrack file needs; give another."
    ),
    errors.FileExistsAlreadyError(Path("x.csv")): "x.csv is there already; --force replaces it.",
    errors.FileExistsAlreadyError(Path("my x.csv"), ["export", "my x.csv", "--force"]): (
        'my x.csv is there already. To replace it: paintrack export "my x.csv" --force'
    ),
    errors.NotAFolderError(
        "x/", is_file=False
    ): "There is no folder x/. Give the name of a file, in a folder that is there.",
    errors.NotAFolderError("x/", is_file=True): "x/ is a file, not a folder: leave out the slash at its end.",
    errors.NotARegularFileError(Path("x"), is_folder=True): "x is a folder; give the name of a file.",
    errors.NotARegularFileError(Path("x"), link_target=Path("y")): "x is a link to y; give the name of a file.",
    errors.NotARegularFileError(Path("x")): "x is not a regular file; - writes to standard output.",
    import_errors.InvalidMapError(text="x\x1b=pain", targets=("date", "at", "note")): (
        r"--map takes 'column=target'; a target is date, at or note. You typed x\x1b=pain."
    ),
    import_errors.InvalidMapError(text="", targets=("date", "at")): (
        "--map takes 'column=target'; a target is date or at. You typed nothing."
    ),
    import_errors.InvalidDateFormatError(): (
        "--date-format names the day, month and year once each, as in dd/mm/yyyy or 'dd mmmm yyyy'."
    ),
    import_errors.InvalidDelimiterError(text=";;"): (
        "--delimiter takes one mark such as ; or the word tab. You typed ;;."
    ),
    import_errors.UnknownEncodingError(text="klingon"): (
        "--encoding klingon is not known; try utf-8, utf-16, cp1252 or mac-roman."
    ),
    import_errors.OptionForOwnFileError(field="column_targets"): (
        "This file is paintrack's own and is read as it is, without --map."
    ),
    correction_errors.UnknownFieldError("colour", ["note", "cost"]): "--clear takes note or cost. You typed colour.",
    errors.UnknownFormatError("xlsx", ["csv", "json"]): "--format takes csv or json. You typed xlsx.",
    import_errors.NotAHistoryError(): (
        "Only a JSON file that paintrack export wrote can be imported, its keys in their order: it begins with "
        '{"format": "paintrack history". For CSV say --format csv.'
    ),
    import_errors.FhirIsNotReadError(): (
        "This is FHIR, a form for other programs that cannot be imported. "
        "To move a diary: paintrack export history.json"
    ),
    import_errors.SettingsNotUnderstoodError(): (
        "The settings of the file are not in the form in which paintrack writes them."
    ),
    import_errors.SettingsRefusedError(cause=UsageError("The paper is a4 or letter.")): (
        "The settings of the file cannot be imported. The paper is a4 or letter."
    ),
    import_errors.StatementIsNotReadError(): (
        "The file is a statement for an insurer that paintrack costs wrote: its visits came from a diary and have no "
        "scores. To move a diary: paintrack export history.json"
    ),
    import_errors.FileTooLongError(most=100_000_000): "The file is longer than 100,000,000 characters.",
    import_errors.NotCsvError(file_format=ForeignFormat.JSON): (
        "The file begins like JSON, not CSV: say --format json."
    ),
    import_errors.NotCsvError(file_format=ForeignFormat.SPREADSHEET): (
        "This is a spreadsheet file; save it as CSV first."
    ),
    import_errors.NotCsvError(file_format=ForeignFormat.OLD_EXCEL): "This is an old Excel file; save it as CSV first.",
    import_errors.NotCsvError(file_format=ForeignFormat.SQLITE): "This is an SQLite file; import takes a CSV file.",
    import_errors.NotCsvError(file_format=ForeignFormat.PDF): "This is a PDF file; import takes a CSV file.",
    import_errors.NotDecodableError(encodings=("UTF-8", "Windows-1252")): (
        "The file is not UTF-8 nor Windows-1252; name another with --encoding."
    ),
    import_errors.NoSuchColumnError(column="Post", header=("Date", "", *"abcdefgh")): (
        "There is no column Post; the columns are Date, (no name), a, b, c, d, e, f and 2 more."
    ),
    import_errors.ColumnNameNotUniqueError(column="x", number=2): "2 columns are called x; rename them in the file.",
    import_errors.ColumnMappedTwiceError(column="x"): "--map names the column x twice.",
    import_errors.ColumnsShareTargetError(
        columns=("pre", "Pre"), numbers=(2, 3), target="before", has_equal_names=True
    ): "Columns 2 and 3 are both called pre and would become before; rename one in the file.",
    import_errors.ColumnsShareTargetError(
        columns=("pre", "vor"), numbers=(2, 3), target="before", has_equal_names=False
    ): "Both pre (column 2) and vor (column 3) would become before; choose with --map 'pre=before'.",
    import_errors.ConditionGivenTwiceError(): "Give --for or a column for the condition, not both.",
    import_errors.ConditionColumnError(column="Site"): (
        "--for says what is rated, and so does the column Site: leave out --for, or the column with --map 'Site='."
    ),
    import_errors.NoDateColumnError(header=("x" * 40, "y"), is_row_of_values=False): (
        f"No column is known to be the date; the columns are {'x' * 30} and y. Say which with --map 'column=date'."
    ),
    import_errors.NoDateColumnError(header=("7",), is_row_of_values=True): (
        "No column is known to be the date; the columns are 7. Say which with --map 'column=date'. "
        "The first line must hold the names of the columns."
    ),
    import_errors.NoConditionColumnError(header=("Date", "pre")): (
        "No column is known to be the condition; the columns are Date and pre. For a file of one condition say it "
        "with --for NAME, else --map 'column=condition'."
    ),
    import_errors.NoScoreColumnError(unknown_columns=("Bobo",)): (
        "No column is known to hold a score; not known are Bobo. Say which with --map 'column=before', after or "
        "score, or leave one out with --map 'column='."
    ),
    import_errors.ColumnsNotUnderstoodError(
        cause=import_errors.ColumnNameNotUniqueError(column="x", number=2), dialect=CsvDialect("UTF-8", ";")
    ): (
        "2 columns are called x; rename them in the file. The file was read as UTF-8, semicolons: --delimiter and "
        "--encoding change that."
    ),
    import_errors.DateFormatNeededError(): (
        "It is not a date such as 2026-11-03; --date-format says how dates are written, as in dd/mm/yyyy."
    ),
    import_errors.DateFormatNeededError(date_formats=("%d.%m.%y",)): (
        "Say how dates are written: --date-format dd.mm.yy."
    ),
    import_errors.DateFormatNeededError(date_formats=("%d/%m/%Y", "%m/%d/%Y")): (
        "Day or month first? --date-format dd/mm/yyyy or mm/dd/yyyy says it."
    ),
    import_errors.DateFormatNeededError(date_formats=("%Y/%m/%d", "%Y/%d/%m")): (
        "Month or day first? --date-format yyyy/mm/dd or yyyy/dd/mm says it."
    ),
    import_errors.NoSuchDayError(): "There is no such day: correct it in the file.",
    import_errors.DateFormatMismatchError(date_format="%d/%m/%Y"): "It does not fit --date-format dd/mm/yyyy.",
    import_errors.ScoreNotOnScaleError(scale=10): "A score is 0 to 10: correct it in the file.",
    import_errors.ScoreNotOnScaleError(scale=100): "A score is 0 to 100 here.",
    import_errors.ScoreNotOnScaleError(scale=10, fitting_scale=100): (
        "A score is 0 to 10; --scale 100 takes it as one of 100."
    ),
    session_errors.OpenSessionTooOldError("3", began=BEGAN, time_given=False, days_ago=3, score=4): (
        "The open session is from Mon 6 Jul 2026 (id 3).\n"
        "  If 4 was right after it:  paintrack after 4 --session 3 --at 2026-07-06\n"
        "  If 4 is how it is now:    paintrack rate 4"
    ),
    undeletion_errors.NoEntryToBringBackError("session", "2", Obstacle.NOT_DELETED): (
        "Session 2 is not deleted: paintrack show 2"
    ),
    undeletion_errors.NoEntryToBringBackError("reading", "r2", Obstacle.UNKNOWN): (
        "There is no reading r2. See the ids with: paintrack list"
    ),
    undeletion_errors.NoEntryToBringBackError("note", "n2", Obstacle.PURGED): (
        "Note n2 was purged: it is gone for good."
    ),
    undeletion_errors.NoEntryToBringBackError("peg", "p2", Obstacle.OUT_OF_REACH): (
        "Undo cannot bring PEG p2 back any more. If you know what was in it, record it again."
    ),
    undeletion_errors.NoDeletionFoundError("neck"): "No deletion of neck can be taken back.",
    undeletion_errors.NoDeletionFoundError(None): "Nothing that was deleted can be brought back.",
    undeletion_errors.MoreWouldChangeError("session 1", ["a", "b"], ["undo", "--steps", "2"]): (
        "To bring back session 1, all of this is taken back:\n  a\n  b\nIf that is right:\n  paintrack undo --steps 2"
    ),
    undeletion_errors.MoreWouldChangeError("r1", ["a", "b"], ["redo", "--steps", "2"]): (
        "To bring back r1, all of this is put back:\n  a\n  b\nIf that is right:\n  paintrack redo --steps 2"
    ),
    UsageError("A sentence of its own."): "A sentence of its own.",
}
