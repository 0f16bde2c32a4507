"""Amounts of money as people write them: `60€`, `$60`, `60 EUR`, `60,50 euros`. The currency itself is a setting."""

import re
import unicodedata

from paintrack.model.typed.typed_text import folded

# The options that take an amount, and how the sentence of a refusal begins.
AMOUNTS = {"--cost": "The cost", "--covered": "What is covered"}
# The codes of ISO 4217 for money that is in use; in small letters many are words, such as `all` and `try`.
_CODES = {
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
}  # fmt: skip
# Codes and names that are no other words, as they are compared.
_NAMES = {
    "eur", "usd", "gbp", "chf", "cad", "aud", "nzd", "sek", "nok", "dkk", "pln", "czk", "huf", "jpy", "cny", "inr",
    "sgd", "hkd", "zar", "euro", "euros", "dollar", "dollars", "pound", "pounds", "quid", "franc", "francs", "fr.",
    "sfr", "sfr.", "kr", "kr.", "krona", "kronor", "krone", "kroner", "zł", "zloty", "kč", "koruna", "forint",
    "yen", "yuan", "rupee", "rupees", "baht", "real", "reais", "peso", "pesos", "rand",
}  # fmt: skip
_AMOUNT = re.compile(r"([^\d\s.,-]{0,9}\.?) ?([0-9]{1,7})(?:[.,](?:([0-9]{1,2})|[-–]))? ?([^\d\s,-]{0,9})", re.ASCII)


def is_currency(word: str) -> bool:
    """Whether it is a sign, a code or a name of money: `€`, `US$`, `CHF`, `euros`; `%`, `x` and `min` are none."""
    letters = [each for each in word if unicodedata.category(each) != "Sc"]
    is_sign = len(letters) == len(word) - 1 and len(letters) <= 2 and all(map(str.isupper, letters))
    return is_sign or word in _CODES or folded(word) in _NAMES


def plain_amount(text: str) -> str | None:
    """The amount without its currency and with a decimal point; None where it is none, or something else stands there.

    >>> plain_amount("60,50 €"), plain_amount("80%"), plain_amount("60min")
    ('60.50', None, None)
    """
    match = _AMOUNT.fullmatch(text.strip())
    if match is None or not all(is_currency(each) for each in (match[1], match[4]) if each):
        return None
    return match[2] if match[3] is None else f"{match[2]}.{match[3]}"
