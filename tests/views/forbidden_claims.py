"""What no sentence of paintrack may say of a course."""

import re

# Whole words that claim a cause or praise, or that no patient should read a verdict in.
_NEVER = (
    "cause[ds]?", "causing", "due to", "thanks to", "because", "owing to", "works?", "worked", "working",
    "effective(ly)?", "efficac\\w*", "effects?", "no effect", "help(s|ed|ing)?", "improve[ds]?", "improv\\w+",
    "heal\\w*", "cure[ds]?", "eased?", "relieve[ds]?", "better", "success\\w*", "benefit\\w*", "respond\\w*", "great",
    "good", "good job", "well done", "excellent", "congrat\\w*", "keep it up", "bravo", "nice", "significan\\w*",
    "p ?[<=>] ?0?[.]\\d+", "p-values?", "statistical\\w*", "prove[nsd]?", "proof",
)  # fmt: skip
FORBIDDEN_CLAIMS = re.compile(rf"\b(?:{'|'.join(_NEVER)})\b", re.IGNORECASE)
