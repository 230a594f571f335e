"""E-mail addresses, telephone numbers, web addresses, prices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import phonenumbers

EMAIL = re.compile(r"[\w.+-]+(?:@|\s?\[at\]\s?|\s?\(at\)\s?)[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
URL = re.compile(
    r"(?:https?://|www\.)[^\s<>«»\"”)\]|]+|\b[\w-]+(?:\.[\w-]+)*\.(?:fr|org|com|net|eu|info|be|ch|example)(?:/[^\s<>«»\"”)\]|]*)?\b"
)
NATIONAL = re.compile(r"(?<![\d.,/])(?:\+33\s?(?:\(0\)\s?)?|0)(?P<number>[1-9](?:[ .\u00a0-]?\d\d){4})(?![\d/]|[.,]\d)")
OF_OLD = re.compile(
    r"\bt[ée]l(?:[ée]phone|\.)?\s?:?\s*(?P<number>(?:\(\d{1,2}\)\s?)?\d\d(?:[ .]\d\d){3})(?![ .]?\d)", re.IGNORECASE
)
"""A number of eight figures, as they were until 1996, behind the word for it."""
PRICE = re.compile(
    r"(?P<amount>\d{1,4}(?:[.,]\d{2})?)\s?(?P<currency>€|euros?\b|eur\b|frs?\b|francs?\b|F(?![\w.]))|"
    r"(?P<free>\bentrée (?:libre|gratuite)|\bgratuite?s?\b|\baccès libre|\bparticipation libre)",
    re.IGNORECASE,
)
REGION = "FR"
SHORTEST_NUMBER = 7
"""The fewest figures of a telephone number with the code of its country."""


@dataclass(frozen=True)
class Contact:
    """A way to reach someone, or a price, at characters `start` to `end`; `value` in standard form."""

    kind: Literal["email", "phone", "url", "price"]
    start: int
    end: int
    value: str


@lru_cache(maxsize=4096)
def find_contacts(text: str) -> tuple[Contact, ...]:
    """All contacts and prices, in order, none inside another.

    >>> [contact.value for contact in find_contacts("Tél : 01 99 00 12 34, contact@amis.example, 40 €")]
    ['+33199001234', 'contact@amis.example', '40 €']
    """
    found: list[Contact] = []
    addresses = (*_emails(text), *_urls(text)) if "." in text or "://" in text else ()
    for contact in (*addresses, *_phones(text), *_prices(text)):
        if not any(contact.start < other.end and other.start < contact.end for other in found):
            found.append(contact)
    return tuple(sorted(found, key=lambda contact: contact.start))


def _emails(text: str) -> Iterator[Contact]:
    for match in EMAIL.finditer(text):
        value = re.sub(r"\s?[\[(]at[\])]\s?", "@", match[0], flags=re.IGNORECASE).lower().rstrip(".")
        yield Contact("email", match.start(), match.end() - match[0].endswith("."), value)


def _urls(text: str) -> Iterator[Contact]:
    for match in URL.finditer(text):
        value = match[0].rstrip(".,;:!?")
        yield Contact("url", match.start(), match.start() + len(value), value)


def _phones(text: str) -> Iterator[Contact]:
    """Numbers that are in service and, since papers are old and privacy is not, those that only look French."""
    if sum(map(str.isdigit, text)) < SHORTEST_NUMBER:
        return
    for match in NATIONAL.finditer(text):
        yield Contact("phone", match.start(), match.end(), "+33" + re.sub(r"\D", "", match["number"]))
    for match in OF_OLD.finditer(text):
        yield Contact("phone", *match.span("number"), match["number"])
    for found in phonenumbers.PhoneNumberMatcher(text, REGION):
        value = phonenumbers.format_number(found.number, phonenumbers.PhoneNumberFormat.E164)
        yield Contact("phone", found.start, found.end, value)


def _prices(text: str) -> Iterator[Contact]:
    for match in PRICE.finditer(text):
        if match["free"]:
            yield Contact("price", match.start(), match.end(), "gratuit")
        else:
            currency = "F" if match["currency"].lower().startswith("f") else "€"
            yield Contact("price", match.start(), match.end(), f"{match['amount'].replace('.', ',')} {currency}")
