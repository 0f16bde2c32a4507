"""What is open, the last session; also what bare `paintrack` shows."""

from paintrack.analysis.status import Status, status_of
from paintrack.commands._shared.context import Here
from paintrack.commands._shared.options import JsonOption
from paintrack.views.status_screen import first_steps, status_screen


def run(here: Here, as_json: JsonOption = False) -> None:
    """Show what is open, the last session and how long ago it was.

    paintrack status
    """
    with here.reading() as reader:
        counts = reader.counts()
        plans = reader.plans() if "plan" in counts else []
        status = status_of(reader.open_sessions(), reader.last_closed_session(), counts, here.now, plans)
    if as_json:
        here.say_json(status.as_json())
    elif status == Status():
        here.say(first_steps(width=here.width))
    else:
        here.say(status_screen(status, width=here.width))
