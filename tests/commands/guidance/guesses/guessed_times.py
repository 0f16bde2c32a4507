"""Times as people say them, and what they are to lead to; see test_guesses. It is Monday 6 July 2026, 14:02."""

TIMES = [
    ("before 7 at half past nine", ['before 7 --at "9:30"']),
    ("before 7 --at 'half past nine'", ['before 7 --at "9:30"']),
    ("before 7 --at half past nine --for neck", ['before 7 --at "9:30" --for neck']),
    ("before 7 half past 9 neck", ['before 7 --for neck --at "9:30"']),
    ("log 7 3 at ten", ['log 7 3 --at "10:00"']),
    ("log 7 3 neck at 10", ['log 7 3 --for neck --at "10:00"']),
    ("log 7 3 at 9 o\\'clock yesterday", [
        'log 7 3 --at "9:00 yesterday"', 'log 7 3 --at "21:00 yesterday"',
    ]),
    ("log 7 3 quarter to one", ['log 7 3 --at "12:45"', 'log 7 3 --at "0:45"']),
    ("log 7 3 --at 'yesterday at quarter past four'", [
        'log 7 3 --at "yesterday at 16:15"', 'log 7 3 --at "yesterday at 4:15"',
    ]),
    ("log 7 3 yesterday twenty to five in the afternoon", ['log 7 3 --at "yesterday at 16:40"']),
    ("rate 5 at nine thirty", ['rate 5 --at "9:30"']),
    ("rate 5 neck at 7 in the morning", ['rate 5 --for neck --at "7:00"']),
    ("before 7 at one at night", ['before 7 --at "1:00"']),
    ("log 7 3 neck at twelve at night", ['log 7 3 --for neck --at "0:00"']),
    ("log 7 3 at quarter to twelve in the morning", ['log 7 3 --at "11:45"']),
    ("rate 5 at quarter to one pm", ['rate 5 --at "12:45"']),
    ("log 7 3 yesterday quarter to twelve pm", ['log 7 3 --at "yesterday at 23:45"']),
    ("remind --next 'half past four'", ['remind --next "16:30"']),
    ("neck 6 at half past nine", ['before 6 --for neck --at "9:30"', 'rate 6 --for neck --at "9:30"']),
    ("7 3 at half past nine", ['log 7 3 --at "9:30"']),
    ("log 7 3 neck for ten minutes", ['log 7 3 --for neck --note "for ten minutes"']),
    ("rate 5 after twenty minutes", ['rate 5 --note "after twenty minutes"']),
    # Without a score beside it, it is one.
    ("rate at seven", ["rate 7"]),
    # No part of the time becomes a name or a note.
    ("log 7 3 neck this morning at nine", ['log 7 3 --for neck --at "this morning at 9:00"']),
    ("log 7 3 last night at half past nine", ['log 7 3 --at "last night at 21:30"']),
    # It may be in two nights.
    ("log 7 3 yesterday at one at night", []),
    ("log 7 3 neck last night at one at night", []),
    ("before 7 on thursday last week twelve o\\'clock at night", []),
    ("log 7 3 yesterday at ten at night", ['log 7 3 --at "yesterday at 22:00"']),
    # Of half a time no part is used.
    ("log 7 3 at ten past", []),
    ("log 7 3 at ten to", []),
    ("rate neck at 7", ["rate 7 --for neck"]),
    ("log 5 to 3", ["log 5 3"]),
    ("log ten to seven", ["log 10 7"]),
    # What stands behind a time is no part of it.
    ("log 7 3 --at yesterday neck", ["log 7 3 --at yesterday --for neck"]),
    ("log 7 3 --at 3 jul neck", ['log 7 3 --at "3 jul" --for neck']),
    ("log 7 3 --at 2026-07-03 neck", ["log 7 3 --at 2026-07-03 --for neck"]),
    ("log 7 3 --at 9am neck", ["log 7 3 --at 9am --for neck"]),
    ("log 7 3 --at yesterday for lower back", ['log 7 3 --at yesterday --for "lower back"']),
    ("log 7 3 --at yesterday hip", ["log 7 3 --at yesterday --for hip"]),
    ("log 7 3 --at yesterday LI4", ["log 7 3 --at yesterday --points LI4"]),
    ("log 7 3 --at yesterday 15:00 neck LI4", ['log 7 3 --at "yesterday 15:00" --for neck --points LI4']),
    ("log 7 3 --at yesterday hip LI4 ST36", ['log 7 3 --at yesterday --for hip --points "LI4,ST36"']),
    ("log 7 3 --at yesterday LI4 hip", ["log 7 3 --at yesterday --for hip --points LI4"]),
    ("log 7 3 hip LI4", ["log 7 3 --for hip --points LI4"]),
    ("log 7 3 --at yesterday bruise", ["log 7 3 --at yesterday --side-effect bruise"]),
    ("log 7 3 --at yesterday 9:00 with Dr Li", ['log 7 3 --at "yesterday 9:00" --with "Dr Li"']),
    ("edit 1 --at 2 jul neck", ['edit 1 --at "2 jul" --for neck']),
    ("trend --since july neck", ["trend --since july --for neck"]),
    ("list --since 3 jul migraine", ['list --since "3 jul" --for migraine']),
    # A day of last week.
    ("log 7 3 --at 'last week tuesday'", ["log 7 3 --at 2026-06-30"]),
    ("log 7 3 last week tuesday", ["log 7 3 --at 2026-06-30"]),
    ("log 7 3 --at last week on tuesday neck", ["log 7 3 --at 2026-06-30 --for neck"]),
    ("rate 5 on tuesday last week", ["rate 5 --at 2026-06-30"]),
    ("log 7 3 --at 'tuesday of last week 15:00'", ['log 7 3 --at "2026-06-30 15:00"']),
    ("log 7 3 neck this week monday", ["log 7 3 --for neck --at 2026-07-06"]),
    ("7 3 last week fri", ["log 7 3 --at 2026-07-03"]),
    # A day of last week with a time in words.
    ("log 7 3 on thursday of last week at half past nine", [
        'log 7 3 --at "2026-07-02 at 9:30"', 'log 7 3 --at "2026-07-02 at 21:30"',
    ]),
    ("log 7 3 neck last week tuesday at quarter to twelve in the morning", [
        'log 7 3 --for neck --at "2026-06-30 at 11:45"',
    ]),
    ("rate 5 at half past nine in the evening on tuesday last week", ['rate 5 --at "21:30 2026-06-30"']),
    ("log 7 3 last week tuesday at ten", ['log 7 3 --at "2026-06-30 at 10:00"', 'log 7 3 --at "2026-06-30 at 22:00"']),
    ("log 7 3 --at 'last week tuesday half past nine'", [
        'log 7 3 --at "2026-06-30 at 9:30"', 'log 7 3 --at "2026-06-30 at 21:30"',
    ]),
    ("log 7 3 --at last week tuesday half past nine --for neck", [
        'log 7 3 --at "2026-06-30 at 9:30" --for neck', 'log 7 3 --at "2026-06-30 at 21:30" --for neck',
    ]),
    ("list --since 'last week tuesday'", ["list --since 2026-06-30"]),
    ("trend since tuesday last week", ["trend --since 2026-06-30"]),
]  # fmt: skip
