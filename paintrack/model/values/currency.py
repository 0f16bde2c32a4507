"""Currencies: one identity, the code of ISO 4217, for the signs and names that people write."""

from collections.abc import Mapping
from types import MappingProxyType

from paintrack.errors import UsageError
from paintrack.model.displayed_text import listed, typed_words
from paintrack.model.typed.typed_text import folded

# The codes of ISO 4217 for money that is in use.
CODES = frozenset((
    "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF",
    "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC",
    "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS",
    "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD",
    "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL",
    "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD",
    "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD",
    "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP",
    "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VES",
    "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG",
))  # fmt: skip
# Signs and names that mean one currency wherever they stand, as they are compared.
MEANINGS: Mapping[str, str] = MappingProxyType({
    "€": "EUR", "euro": "EUR", "euros": "EUR", "eur.": "EUR", "£": "GBP", "gb£": "GBP", "quid": "GBP",
    "pound sterling": "GBP", "pounds sterling": "GBP", "sterling": "GBP", "british pounds": "GBP", "us$": "USD",
    "u$s": "USD", "us dollar": "USD", "us dollars": "USD", "ca$": "CAD", "can$": "CAD", "c$": "CAD", "cdn": "CAD",
    "canadian dollars": "CAD", "a$": "AUD", "au$": "AUD", "australian dollars": "AUD", "nz$": "NZD", "hk$": "HKD",
    "s$": "SGD", "r$": "BRL", "reais": "BRL", "sfr": "CHF", "sfr.": "CHF", "swiss francs": "CHF", "franken": "CHF",
    "zł": "PLN", "zloty": "PLN", "złoty": "PLN", "kč": "CZK", "koruna": "CZK", "forint": "HUF",
    "kronor": "SEK", "yen": "JPY", "円": "JPY", "yuan": "CNY", "rmb": "CNY", "元": "CNY",
    "₹": "INR", "₩": "KRW", "₺": "TRY", "₴": "UAH", "₽": "RUB", "₪": "ILS", "₫": "VND", "₱": "PHP", "฿": "THB",
    "baht": "THB", "rand": "ZAR", "₦": "NGN", "₸": "KZT", "₾": "GEL", "pound": "GBP", "pounds": "GBP",
})  # fmt: skip
# Those that mean one of several, and which.
CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD"), "dollar": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD"),
    "dollars": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD"), "kr": ("SEK", "NOK", "DKK", "ISK"),
    "kr.": ("SEK", "NOK", "DKK", "ISK"), "krona": ("SEK", "ISK"), "krone": ("DKK", "NOK"), "kroner": ("DKK", "NOK"),
    "¥": ("JPY", "CNY"), "peso": ("MXN", "ARS", "PHP"), "pesos": ("MXN", "ARS", "PHP"), "rupee": ("INR", "PKR"),
    "rupees": ("INR", "PKR"), "franc": ("CHF", "XOF", "XAF"), "francs": ("CHF", "XOF", "XAF"),
    "fr": ("CHF", "XOF", "XAF"), "fr.": ("CHF", "XOF", "XAF"),
})  # fmt: skip
# Words and signs of money, in small letters.
NAMES = frozenset((*MEANINGS, *CHOICES))


def parse_currency(text: str) -> str:
    """The currency that is meant, by its code where it is known: `€`, `euros` and `eur` are EUR.

    One that is not known stays as it is typed. Raises UsageError for a sign of several currencies.

    >>> parse_currency("euro"), parse_currency("Swiss francs"), parse_currency("vouchers")
    ('EUR', 'CHF', 'vouchers')
    """
    if choices := CHOICES.get(folded(text)):
        raise UsageError(f"{typed_words(text)} may be {listed(list(choices))}. Type one of them.")
    return canonical_currency(text)


def canonical_currency(text: str, usual: str | None = None) -> str:
    """The one form of a recorded currency, to compare and to show; a sign of several means the `usual` one of them.

    >>> canonical_currency("€"), canonical_currency("$", "cad"), canonical_currency("$")
    ('EUR', 'CAD', '$')
    """
    name = folded(text)
    if choices := CHOICES.get(name):
        usual_code = None if usual is None else canonical_currency(usual)
        return usual_code if usual_code in choices else text
    code = name.upper()
    return MEANINGS.get(name, code if code in CODES else text)
