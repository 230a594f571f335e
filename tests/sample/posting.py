"""The post: an e-mail with its attachments, the same bytes every time."""

from __future__ import annotations

import email
from collections.abc import Iterable
from email.message import EmailMessage
from email.policy import SMTP

BOUNDARY = "=====carton====="


def post(source: str, attachments: Iterable[tuple[str, bytes]]) -> bytes:
    """The message: `source` is headers, an empty line, the text."""
    headers, text = source.split("\n\n", 1)
    message = EmailMessage(policy=SMTP)
    for name, value in email.message_from_string(headers).items():
        message[name] = value
    message.set_content(text)
    for name, content in attachments:
        message.add_attachment(content, maintype="application", subtype="rtf", filename=name)
    message.set_boundary(BOUNDARY)
    return message.as_bytes()
