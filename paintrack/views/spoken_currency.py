"""Currencies as a voice says them: it reads EUR as 'your', SEK as 'seck', and spells out only what it cannot read."""

from collections.abc import Mapping
from types import MappingProxyType

# By their codes of ISO 4217: one of it, and several.
CURRENCY_NAMES: Mapping[str, tuple[str, str]] = MappingProxyType({
    "AUD": ("Australian dollar", "Australian dollars"), "BRL": ("real", "reais"),
    "CAD": ("Canadian dollar", "Canadian dollars"), "CHF": ("Swiss franc", "Swiss francs"), "CNY": ("yuan", "yuan"),
    "CZK": ("Czech koruna", "Czech korunas"), "DKK": ("Danish krone", "Danish kroner"), "EUR": ("euro", "euros"),
    "GBP": ("pound", "pounds"), "HKD": ("Hong Kong dollar", "Hong Kong dollars"), "HUF": ("forint", "forints"),
    "ILS": ("shekel", "shekels"), "INR": ("Indian rupee", "Indian rupees"),
    "ISK": ("Icelandic krona", "Icelandic kronur"), "JPY": ("yen", "yen"), "KRW": ("won", "won"),
    "MXN": ("Mexican peso", "Mexican pesos"),
    "NOK": ("Norwegian krone", "Norwegian kroner"), "NZD": ("New Zealand dollar", "New Zealand dollars"),
    "PLN": ("zloty", "zlotys"), "RON": ("leu", "lei"), "SEK": ("Swedish krona", "Swedish kronor"),
    "SGD": ("Singapore dollar", "Singapore dollars"), "THB": ("baht", "baht"), "TRY": ("Turkish lira", "Turkish liras"),
    "TWD": ("Taiwan dollar", "Taiwan dollars"), "UAH": ("hryvnia", "hryvnias"), "USD": ("US dollar", "US dollars"),
    "ZAR": ("rand", "rand"),
})  # fmt: skip
_CODE_LENGTH = 3


def spoken_currency(currency: str, amount: str = "") -> str:
    """The name of the currency behind an `amount`; another code letter by letter; anything else is unchanged.

    >>> spoken_currency("EUR"), spoken_currency("EUR", "1"), spoken_currency("XOF"), spoken_currency("vouchers")
    ('euros', 'euro', 'X O F', 'vouchers')
    """
    if currency in CURRENCY_NAMES:
        one, several = CURRENCY_NAMES[currency]
        return one if amount == "1" else several
    is_code = len(currency) == _CODE_LENGTH and currency.isascii() and currency.isalpha() and currency.isupper()
    return " ".join(currency) if is_code else currency
