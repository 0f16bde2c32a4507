"""What people type for the first entry or for all of them, and for an option behind its value; see test_guesses."""

# The first and the latest of a kind.
BY_PLACE = [
    ("show first", ["show 1"]),
    ("show the first one", ["show 1"]),
    ("show oldest session", ["show 1"]),
    ("show first reading", ["show r1"]),
    ("show first note", ["show n1"]),
    ("show latest", ["show last"]),
    ("show newest reading", ["show last-reading"]),
    ("show most recent", ["show last"]),
    ("edit first", ["edit 1 --after SCORE --for neck"]),
    ("edit first note", ["edit n1 --text TEXT"]),
    ("edit latest", ["edit last --after SCORE"]),
    ("edit first --note x", ["edit 1 --note x"]),
    ("edit latest after 3", ["edit last --after 3"]),
    ("delete first", ["delete 1"]),
    ("delete the first reading", ["delete r1"]),
    ("delete previous", ["delete last"]),
    ("purge first", ["purge 1"]),
    ("purge latest reading", ["purge r1"]),
    ("view first", ["show 1"]),
    ("fix first --note x", ["edit 1 --note x"]),
]
# All of the diary, or of a kind: nothing removes it at once.
ALL_OF_IT = [
    ("delete all", ['delete --for "lower back"', "delete --for migraine", "help files"]),
    ("delete everything --yes", ['delete --for "lower back"', "delete --for migraine", "help files"]),
    ("delete my whole diary", ['delete --for "lower back"', "delete --for migraine", "help files"]),
    ("remove all", ['delete --for "lower back"', "delete --for migraine", "help files"]),
    ("purge everything", ['purge --for "lower back"', "purge --for migraine", "help files"]),
    ("wipe all", ['purge --for "lower back"', "purge --for migraine", "help files"]),
    ("delete all sessions", ["list"]),
    ("delete all my notes", ["note --list"]),
    # One condition at a time.
    ("delete --for 'lower back, migraine'", ['delete --for "lower back"', "delete --for migraine"]),
    ("purge --for 'neck, migraine' --yes", ["purge --for neck --yes", "purge --for migraine --yes"]),
    ("remove --for 'lower back, migraine'", ['delete --for "lower back"', "delete --for migraine"]),
    ("delete all lower back", ['delete --for "lower back"']),
]
# The value of the last option stands in front of it.
VALUE_FIRST = [
    # An empty value is none.
    ("report --since '' june", ["summary --since june"]),
    ("question q1 --done", ["question --done q1"]),
    ("before 7 migraine --for", ["before 7 --for migraine"]),
    ("log 7 3 yesterday --at", ["log 7 3 --at yesterday"]),
    ("log 7 3 lower back --for", ['log 7 3 --for "lower back"']),
    ("trend neck --for", ["trend --for neck"]),
    ("list yesterday --since", ["list --since yesterday"]),
    ("list 5 --last", ["list --last 5"]),
    ("note slept badly yesterday --at", ["note slept badly --at yesterday"]),
    ("effect bruise 2 --session", ["effect bruise --session 2"]),
    ("summary page.html -o", ["summary -o page.html"]),
    ("export neck --for", ["export history.csv --for neck"]),
    ("plan set 3 --goal", ["plan set --goal 3"]),
    # An option that takes no value, for an entry.
    ("note n1 --edit", ["edit n1 --text TEXT"]),
    ("note --edit n1", ["edit n1 --text TEXT"]),
    ("question q1 --edit", ["edit q1 --text TEXT"]),
]
# One name of the two.
ONE_NAME = [
    ("conditions rename nekc", ["conditions rename neck NAME"]),
    ("conditions rename back", ['conditions rename "lower back" NAME']),
    ("conditions rename hip", ["conditions"]),
    ("practitioners rename Li", ['practitioners rename "Dr Li" NAME']),
    ("practitioners rename Meier", ["practitioners"]),
    ("conditions rename migrane --json", ["conditions rename migraine NAME --json"]),
]
