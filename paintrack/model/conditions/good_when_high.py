"""What people would rate higher when it is better: they are told that the scale rates the trouble with it."""

from paintrack.model.typed.typed_text import folded

# Folded names, without hyphens, of what people would rate higher when it is better, while the scale rates the trouble
# with it. Whole names only: `sleep loss` and `low mood` name the trouble already.
GOOD_WHEN_HIGH = frozenset({
    # English
    "sleep", "sleep quality", "quality of sleep", "sleeping", "rest",
    "energy", "energy level", "energy levels", "vitality", "stamina", "endurance", "fitness", "strength",
    "grip strength", "muscle strength", "mobility", "movement", "range of motion", "range of movement", "flexibility",
    "balance", "coordination", "dexterity", "function", "physical function", "posture",
    "mood", "wellbeing", "well being", "wellness", "general wellbeing", "overall wellbeing", "general well being",
    "overall well being", "happiness", "joy", "contentment", "satisfaction", "confidence", "self confidence",
    "self esteem", "calm", "calmness", "relaxation", "inner peace", "peace of mind", "resilience", "coping",
    "concentration", "focus", "attention", "mental clarity", "clarity", "memory", "motivation", "drive",
    "productivity", "appetite", "digestion", "libido", "sex drive", "hearing", "vision", "eyesight",
    "sense of smell", "sense of taste", "breathing", "circulation", "comfort", "quality of life", "health",
    "general health", "overall health",
    # German
    "schlaf", "schlafqualität", "energie", "vitalität", "ausdauer", "kraft", "muskelkraft", "beweglichkeit",
    "mobilität", "flexibilität", "gleichgewicht", "stimmung", "laune", "wohlbefinden", "zufriedenheit",
    "lebensfreude", "lebensqualität", "gelassenheit", "innere ruhe", "ausgeglichenheit", "entspannung",
    "konzentration", "gedächtnis", "antrieb", "appetit", "verdauung", "gehör", "gesundheit",
    # French; concentration, digestion and the like are spelled as in English
    "sommeil", "qualité du sommeil", "qualité de sommeil", "énergie", "vitalité", "force", "mobilité",
    "souplesse", "équilibre", "humeur", "bien être", "bonheur", "calme", "sérénité", "détente",
    "mémoire", "appétit", "audition", "qualité de vie", "santé",
    # Spanish
    "sueño", "calidad del sueño", "calidad de sueño", "energía", "vitalidad", "resistencia", "fuerza", "movilidad",
    "flexibilidad", "equilibrio", "ánimo", "estado de ánimo", "bienestar", "felicidad", "calma", "relajación",
    "concentración", "memoria", "motivación", "apetito", "digestión", "audición", "calidad de vida", "salud",
})  # fmt: skip


def counts_what_is_good(condition: str) -> bool:
    """Whether people expect a high number to be good for this condition (`sleep`, `my mood`, `well-being`, ...)."""
    return " ".join(folded(condition).replace("-", " ").split()).removeprefix("my ") in GOOD_WHEN_HIGH
