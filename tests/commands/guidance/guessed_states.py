"""How somebody is, what was taken, a score between two, several new conditions, a plan in words; see test_guesses."""

STATES = [
    ("all good", ['rate SCORE --note "all good"', "note all good"]),
    ("everything ok", ['rate SCORE --note "everything ok"', "note everything ok"]),
    ("all right", ['rate SCORE --note "all right"', "note all right"]),
    ("all better", ["overall better", "note all better"]),
    ("took 2 paracetamol for migraine", [
        'rate SCORE --for migraine --took "2 paracetamol"', "note 2 paracetamol for migraine",
    ]),
    ("took aspirin for my neck yesterday", [
        "rate SCORE --for neck --took aspirin --at yesterday", "note aspirin for my neck --at yesterday",
    ]),
    # How long, not for what.
    ("took aspirin for 3 days", ["note aspirin for 3 days", 'rate SCORE --took "aspirin for 3 days"']),
    ("rate between 5 and 6", ["rate 5.5", "rate 5", "rate 6"]),
    ("between 5 and 6", ["before 5.5", "rate 5.5", "before 5"]),
    ("before between 6 and 8 neck", ["before 6 --for neck", "before 8 --for neck"]),
    ("rate 3 or 4 neck", ["rate 3 --for neck", "rate 4 --for neck"]),
    ("neck 6 sleep 4", ["before 6 --for neck --also sleep=4", "rate 6 --for neck --also sleep=4"]),
    ("rate sleep 4, neck 6", ["rate 4 --for sleep --also neck=6"]),
    ("rate neck 4 hip 6", ["rate 4 --for neck --also hip=6"]),
    ("log neck 6 3 hip 5 2", ["log 6 3 --for neck --also hip=5:2"]),
    ("neck 6 before 3 after", ["log 6 3 --for neck"]),
    ("plan ten sessions for neck", ["plan set --for neck --sessions 10"]),
    ("plan 10 sessions for lower back", ['plan set --for "lower back" --sessions 10']),
    ("plan set twelve visits for the neck", ["plan set --for neck --sessions 12"]),
    ("plan hip 8 sessions", ["plan set --for hip --sessions 8"]),
    ("plan 10 sessions goal 3 for neck", ["plan set --for neck --sessions 10 --goal 3"]),
    ("plan 10 neck", ["plan set --for neck --sessions 10"]),
    ("merge with laptop", ["merge laptop.db --dry-run", "help computers"]),
    ("merge with my phone", ["merge laptop.db --dry-run", "help computers"]),
    ("oops", ["undo"]),
    ("undo that", ["undo"]),
    ("back 2", ['before 2 --for "lower back"', 'rate 2 --for "lower back"']),
]  # fmt: skip
