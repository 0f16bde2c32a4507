"""The figures of the page as JSON, for programs."""

import json

from paintrack.analysis.page_figures import Summary
from paintrack.model.displayed_text import without_isolates
from paintrack.model.symptoms.side_effect_recognition import short_of
from paintrack.views.json_values import json_values
from paintrack.views.trend.trend_json import trend_json


def page_json(summary: Summary) -> str:
    """Every figure at full precision by the name of its field, in lines; without the options that were typed."""
    # Whoever chose these options knows them.
    record = {name: json_values(value) for name, value in summary._asdict().items() if name not in ("trends", "scope")}
    record["trends"] = list(map(trend_json, summary.trends))
    for session, each in zip(record["last_sessions"], summary.last_sessions, strict=True):
        session["effects"] = [without_isolates(short_of(effect)) for effect in each.effects]
    return json.dumps(record, ensure_ascii=False, indent=2)
