"""What people say in phrases: how long, how late, none at all, which entry; and what it is to lead to.

See test_guidance.
"""

# Beside a score: a time that is no date, what says nothing of the score, a score in words.
BESIDE_SCORES = [
    ("before 6 at noon neck", ["before 6 --for neck --at noon"]),
    ("before 6 at 9am neck", ["before 6 --for neck --at 9am"]),
    ("before neck 6 at noon", ["before 6 --for neck --at noon"]),
    ("before 6 at night neck", ['before 6 --for neck --note "at night"']),
    ("rate 6 at work neck", ['rate 6 --for neck --note "at work"']),
    ("log 7 3 neck after 2 hours", ['log 7 3 --for neck --note "after 2 hours"']),
    ("log 7 3 neck 2 hours later", ['log 7 3 --for neck --note "2 hours later"']),
    ("log 7 3 neck half an hour after", ['log 7 3 --for neck --note "half an hour after"']),
    ("log 7 3 left hip after 30 min", ['log 7 3 --for "left hip" --note "after 30 min"']),
    ("after 3 after 2 hours", ['after 3 --note "after 2 hours"']),
    ("rate 5 after 2 hours", ['rate 5 --note "after 2 hours"']),
    ("rate 5 for 3 days", ['rate 5 --note "for 3 days"']),
    ("rate 5 neck since 3 days", ['rate 5 --for neck --note "since 3 days"']),
    ("rate 5 neck all day yesterday", ['rate 5 --for neck --at yesterday --note "all day"']),
    ("rate neck after 2 hours", ['rate SCORE --for neck --note "after 2 hours"']),
    ("log 7 3 same points", ['log 7 3 --note "same points"']),
    ("after 3 neck forgot yesterday", ["after 3 --for neck --at yesterday"]),
    ("log 7 3 neck I forgot to log it yesterday", ["log 7 3 --for neck --at yesterday"]),
    ("log 7 3 sorry late neck", ["log 7 3 --for neck"]),
    ("after 3 forgot", ["after 3"]),
    ("before 7 please", ["before 7"]),
    ("after nothing", ["after 0"]),
    ("after no pain neck", ["after 0 --for neck"]),
    ("log 7 nothing", ["log 7 0"]),
    ("log 7 after none", ["log 7 0"]),
    ("log neck 7 pain free", ["log 7 0 --for neck"]),
    ("rate neck nothing yesterday", ["rate 0 --for neck --at yesterday"]),
    ("rate 0 no pain", ['rate 0 --note "no pain"']),
    ("no pain today", ["before 0 --at today", "rate 0 --at today"]),
]
