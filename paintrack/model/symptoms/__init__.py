"""Side effects: their kinds, the words for them, and finding serious symptoms in any text.

The two stay in one room, since a serious symptom is a kind of side effect: both are found by the same phrases, and a
text that names one may be recorded as the other.
"""
