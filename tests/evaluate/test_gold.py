"""Gold files: what is accepted, and what is said of one that is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import DamagedGold, GoldNotFound
from pipeline.evaluate.gold import read_gold

SAMPLE = Path(__file__).parents[1] / "sample" / "gold"

ATTACHED = "2013/courriel-assemblee-2013.eml/ordre-du-jour-2013.rtf"


def write(place: Path, content: object, name: str = "a.json") -> Path:
    (place / name).write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return place / name


def test_one_file_or_a_folder_of_them(tmp_path: Path) -> None:
    (tmp_path / "1998").mkdir()
    file = write(tmp_path / "1998", {"id": "b", "events": []})
    write(tmp_path, {"id": "a", "events": [{"title": "Les écluses"}]})
    assert read_gold(file) == {"b": []}
    assert read_gold(tmp_path) == {"a": [{"title": "Les écluses"}], "b": []}


@pytest.mark.parametrize("place", ["", "nowhere"])
def test_a_place_without_gold_is_explained(tmp_path: Path, place: str) -> None:
    with pytest.raises(GoldNotFound, match="Aucun fichier de référence"):
        read_gold(tmp_path / place)


def event(**fields: Any) -> dict[str, Any]:
    return {"id": "a", "events": [fields]}


BAD = [
    ("{", "Expecting"),
    ([], "« id »"),
    ({"id": "a"}, "« events »"),
    ({"id": "a", "events": ["x"]}, "objets"),
    (event(apperances=[]), "« apperances » n'existe pas"),
    (event(venue={"town": "Redon"}), "« town » n'existe pas"),
    (event(appearances=[{"person": "J. Kervella", "session": 2}], sessions=[{"title": "Ouverture"}]), "2, mais"),
    (event(appearances=["J. Kervella"]), "objets"),
]


@pytest.mark.parametrize(("content", "reason"), BAD)
def test_a_file_that_cannot_be_used_is_named_with_the_reason(tmp_path: Path, content: object, reason: str) -> None:
    write(tmp_path, content)
    with pytest.raises(DamagedGold, match=reason) as raised:
        read_gold(tmp_path)
    assert "a.json" in str(raised.value)


def test_two_files_for_one_document_are_refused(tmp_path: Path) -> None:
    write(tmp_path, {"id": "a", "events": []}, "a.json")
    write(tmp_path, {"id": "a", "events": []}, "b.json")
    with pytest.raises(DamagedGold, match="déjà"):
        read_gold(tmp_path)


def test_the_sample_has_gold_for_every_document_that_can_be_read() -> None:
    raw = Path(__file__).parents[2] / "raw"
    documents = {path.relative_to(raw).as_posix() for path in raw.glob("*/*")} | {ATTACHED}
    assert documents - set(read_gold(SAMPLE)) == {"2013/copie-interrompue-2013.pdf"}
    assert set(read_gold(SAMPLE)) <= documents


def test_the_example_of_the_documentation_is_gold(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "evaluation.md").read_text(encoding="utf-8")
    example = page.partition("```json\n")[2].partition("```")[0]
    assert list(read_gold(write(tmp_path, example))) == ["2007/rencontres-eau.pdf"]
