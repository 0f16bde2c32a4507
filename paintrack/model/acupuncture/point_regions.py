"""The region of the body in which a point lies, in everyday words: never so exact that someone might needle by it.

The region is the one with which WHO Standard Acupuncture Point Locations in the Western Pacific Region (2008) begins
each location ('On the dorsum of the hand, ...': hand), even where another is just as near: SP5 is a point of the foot,
GB21 one of the neck, BL2 one of the head. An extra point has the region that its code names.
"""

from paintrack.model.acupuncture.points import MERIDIANS

# For each meridian the last number in each region: LU1 and LU2 lie on the chest, LU3 and LU4 on the upper arm.
_REGIONS: dict[str, tuple[tuple[int, str], ...]] = {
    "LU": ((2, "chest"), (4, "upper arm"), (5, "elbow"), (8, "forearm"), (9, "wrist"), (11, "hand")),
    "LI": (
        (4, "hand"), (5, "wrist"), (10, "forearm"), (12, "elbow"), (14, "upper arm"), (16, "shoulder"), (18, "neck"),
        (20, "face"),
    ),
    "ST": (
        (7, "face"), (8, "head"), (12, "neck"), (18, "chest"), (29, "abdomen"), (30, "groin"), (34, "thigh"),
        (35, "knee"), (40, "lower leg"), (41, "ankle"), (45, "foot"),
    ),
    "SP": ((5, "foot"), (9, "lower leg"), (11, "thigh"), (12, "groin"), (16, "abdomen"), (21, "chest")),
    "HT": ((1, "armpit"), (2, "upper arm"), (3, "elbow"), (6, "forearm"), (7, "wrist"), (9, "hand")),
    "SI": (
        (3, "hand"), (5, "wrist"), (7, "forearm"), (8, "elbow"), (10, "shoulder"), (13, "shoulder blade"),
        (15, "upper back"), (17, "neck"), (19, "face"),
    ),
    "BL": (
        (1, "face"), (9, "head"), (10, "neck"), (21, "upper back"), (26, "lower back"), (34, "sacrum"),
        (36, "buttock"), (37, "thigh"), (40, "knee"), (50, "upper back"), (52, "lower back"), (54, "buttock"),
        (59, "lower leg"), (60, "ankle"), (67, "foot"),
    ),
    "KI": (
        (2, "foot"), (3, "ankle"), (6, "foot"), (9, "lower leg"), (10, "knee"), (21, "abdomen"), (27, "chest"),
    ),
    "PC": ((1, "chest"), (2, "upper arm"), (3, "elbow"), (6, "forearm"), (7, "wrist"), (9, "hand")),
    "TE": (
        (3, "hand"), (4, "wrist"), (9, "forearm"), (10, "elbow"), (13, "upper arm"), (14, "shoulder"),
        (15, "shoulder blade"), (17, "neck"), (20, "head"), (21, "face"), (23, "head"),
    ),
    "GB": (
        (1, "head"), (2, "face"), (11, "head"), (12, "neck"), (19, "head"), (21, "neck"), (24, "chest"),
        (28, "abdomen"), (30, "buttock"), (32, "thigh"), (33, "knee"), (39, "lower leg"), (40, "ankle"), (44, "foot"),
    ),
    "LR": (
        (3, "foot"), (4, "ankle"), (7, "lower leg"), (8, "knee"), (11, "thigh"), (12, "groin"), (13, "abdomen"),
        (14, "chest"),
    ),
    "GV": (
        (1, "pelvic floor"), (2, "sacrum"), (5, "lower back"), (13, "upper back"), (16, "neck"), (24, "head"),
        (28, "face"),
    ),
    "CV": ((1, "pelvic floor"), (15, "abdomen"), (21, "chest"), (23, "neck"), (24, "face")),
    "EX-HN": ((15, "head and neck"),),
    "EX-CA": ((1, "chest and abdomen"),),
    "EX-B": ((9, "back"),),
    "EX-UE": ((11, "arm and hand"),),
    "EX-LE": ((12, "leg and foot"),),
}  # fmt: skip


def region_of(code: str) -> str:
    """The region of a point by its WHO 2008 code; empty for a text that is not a code.

    >>> region_of("LI4"), region_of("EX-HN3"), region_of("ear apex")
    ('hand', 'head and neck', '')
    """
    meridian = code.rstrip("0123456789")
    number = code.removeprefix(meridian)
    if meridian not in MERIDIANS or not number:
        return ""
    return next((region for last, region in _REGIONS[meridian] if int(number) <= last), "")
