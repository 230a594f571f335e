"""Which reader reads what: the table of formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from pipeline.model import Issue, OcrMode, Page
from pipeline.read import containers, html, image, mail, odt, pdf, rtf, text, word
from pipeline.read.media import DOCX, MAIL, ODT, ZIP

Reading = tuple[tuple[Page, ...], tuple[Issue, ...]]
Reader = Callable[[Path], Reading]

READERS: Mapping[str, Reader] = {
    "text/plain": text.read_text,
    "text/markdown": text.read_text,
    "text/html": html.read_html,
    "application/rtf": rtf.read_rtf,
    DOCX: word.read_docx,
    ODT: odt.read_odt,
    MAIL: mail.read_mail,
    ZIP: containers.read_zip,
}

SCANNERS: Mapping[str, Callable[[Path, OcrMode], Reading]] = {
    "application/pdf": pdf.read_pdf,
    "image/png": image.read_image,
    "image/jpeg": image.read_image,
    "image/tiff": image.read_image,
    "image/gif": image.read_image,
    "image/webp": image.read_image,
    "image/heic": image.read_image,
}
"""Formats whose pages may go through OCR."""
