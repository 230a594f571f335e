"""E-mail invitations (EML): the subject as a heading, the body, and at the end who sent it when.

Attachments are documents of their own: see `containers.py`.
"""

from __future__ import annotations

import email
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.policy import default
from pathlib import Path

from pipeline.messages import say
from pipeline.model import Issue, Page
from pipeline.read.html import paragraphs_of
from pipeline.read.paragraphs import Paragraph, page_of

AFTER = 1_000_000
"""Block of the sender's line: behind all blocks of the body."""


def read_mail(path: Path) -> tuple[tuple[Page, ...], tuple[Issue, ...]]:
    """The message as one page."""
    message = message_of(path)
    lines = [Paragraph((str(message["subject"] or ""),), -1, rank=1), *_body(message)]
    sent = [str(message[name]) for name in ("from", "date") if message[name]]
    return (page_of([*lines, Paragraph((say("mail-sent", sent=", ".join(sent)),), AFTER)] if sent else lines),), ()


def message_of(path: Path) -> EmailMessage:
    """The parsed message; a damaged one gives what can be read of it, as mail programs do."""
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    return message if isinstance(message, EmailMessage) else EmailMessage()


def _body(message: EmailMessage) -> Iterator[Paragraph]:
    """The HTML text, which shows headings, else the plain one."""
    part = message.get_body(("html", "plain"))
    if part is None:
        return
    content = _content(part)
    if part.get_content_subtype() == "html":
        yield from paragraphs_of(content)
        return
    block = 0
    for line in content.splitlines():
        block += not line.strip()
        yield Paragraph((line,), block)


def _content(part: MIMEPart) -> str:
    """The part's text; in an unknown or wrongly named encoding, what can be read of it."""
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError):
        payload = part.get_payload(decode=True)
        return payload.decode("cp1252", errors="replace") if isinstance(payload, bytes) else ""
