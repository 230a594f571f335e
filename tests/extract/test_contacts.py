"""Telephone numbers, addresses of mail and web, prices."""

from __future__ import annotations

import pytest

from pipeline.extract.contacts import find_contacts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tél. : 03 53 01 12 34", [("phone", "+33353011234")]),
        ("01.99.00.12.34", [("phone", "+33199001234")]),
        ("+33 (0)6 39 98 12 34", [("phone", "+33639981234")]),
        ("jeanne@canal.example", [("email", "jeanne@canal.example")]),
        ("voir www.canal.example", [("url", "www.canal.example")]),
        ("https://canal.example/programme.", [("url", "https://canal.example/programme")]),
        ("Tél. 63 00 00 41", [("phone", "63 00 00 41")]),
        ("hôtel 63 00 00 41", []),
        ("Tarif : 12 €", [("price", "12 €")]),
        ("89000 Auxerre, le 31 mars 2007", []),
    ],
)
def test_contacts_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(contact.kind, contact.value) for contact in find_contacts(text)] == expected
