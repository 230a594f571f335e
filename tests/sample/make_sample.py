"""Make the sample archive: ``python -m tests.sample.make_sample`` writes the papers of ``sources/`` to ``raw/``.

The same sources give the same bytes: no date, no hidden chance.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from tests.sample import scanning
from tests.sample.look import read_look
from tests.sample.posting import post
from tests.sample.sheets import press
from tests.sample.typeset import Logos, typeset

SOURCES = Path(__file__).parent / "sources"
RAW = Path(__file__).parents[2] / "raw"
FORMS = {
    "pdf": lambda pdf: pdf,
    "scan-pdf": scanning.scan_pdf,
    "scan-png": scanning.scan_png,
    "fax": scanning.fax,
    "photo": scanning.photo,
}
KEPT_OF_A_BROKEN_FILE = 0.4


def main() -> None:
    """Write every document of the layout, the broken copy after the file it copies."""
    layout = yaml.safe_load((SOURCES / "layout.yml").read_text(encoding="utf-8"))
    for document in layout["documents"]:
        target = RAW / document["out"]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(make(document, layout["logos"]))


def make(document: dict[str, Any], logos: Logos) -> bytes:
    """The bytes of one document in its form."""
    if document["form"] == "copy":
        return (SOURCES / document["source"]).read_bytes()
    if document["form"] == "truncated":
        whole = (RAW / document["source"]).read_bytes()
        return whole[: int(len(whole) * KEPT_OF_A_BROKEN_FILE)]
    if document["form"] == "mail":
        pieces = [(piece, (SOURCES / piece).read_bytes()) for piece in document["attached"]]
        return post((SOURCES / document["source"]).read_text(encoding="utf-8"), pieces)
    look = read_look(document["look"])
    source = (SOURCES / document["source"]).read_text(encoding="utf-8")
    try:
        pdf = press(typeset(source, look, logos), look)
    except ValueError as error:
        raise ValueError(f"{document['id']}: {error}") from error
    return FORMS[document["form"]](pdf)


if __name__ == "__main__":
    main()
