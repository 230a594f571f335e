"""Everything that can go wrong, as one tree. Each class has an exit code and a message that says what to do.

    CartonError
    ├── ArchiveNotFound          3   the folder holds no raw/
    ├── ArchiveInconsistent      4   `carton check` found differences
    ├── ToolMissing              5   the language model is not installed
    ├── CannotServe              6   nothing to serve, or the port is taken
    ├── DamagedExtraction        7   an extracted file is not what Carton writes
    ├── DamagedDecisions         8   a line of decisions.jsonl cannot be understood
    ├── GoldNotFound             9   no gold file to evaluate against
    ├── DamagedGold             10   a gold file is not what docs/evaluation.md says
    ├── CannotUseFile           11   no right to read or write a file, or no room left
    ├── DocumentNotFound        12   `carton show` names no document of the archive
    └── UnreadableDocument       –   one file of raw/ could not be read: becomes an issue, the others go on
        ├── EmptyFile
        ├── UnsupportedKind
        ├── EncryptedFile
        ├── BrokenFile
        ├── TooLarge                 a ZIP that unpacks to more than a disk should hold
        └── PictureTooLarge          more pixels than fit into memory

The messages stand in `lexicon/messages.fr.yml` under each class's `code`.
"""

from __future__ import annotations

from typing import ClassVar

from pipeline.messages import say


class CartonError(Exception):
    """Anything Carton can explain. Keyword arguments fill the blanks of its message."""

    code: ClassVar[str] = "unexpected"
    exit_code: ClassVar[int] = 1

    def __init__(self, **blanks: object) -> None:
        self.blanks = blanks
        super().__init__(say(self.code, **blanks))

    def __reduce__(self) -> tuple[object, ...]:
        """Keyword arguments survive the way back from a worker process."""
        return (_rebuild, (type(self), self.blanks))


def _rebuild(kind: type[CartonError], blanks: dict[str, object]) -> CartonError:
    return kind(**blanks)


class ArchiveNotFound(CartonError):
    code, exit_code = "archive-not-found", 3


class ArchiveInconsistent(CartonError):
    code, exit_code = "archive-inconsistent", 4


class ToolMissing(CartonError):
    code, exit_code = "model-missing", 5


class CannotServe(CartonError):
    code, exit_code = "cannot-serve", 6


class DamagedExtraction(CartonError):
    code, exit_code = "damaged-extraction", 7


class DamagedDecisions(CartonError):
    code, exit_code = "damaged-decisions", 8


class GoldNotFound(CartonError):
    code, exit_code = "gold-not-found", 9


class DamagedGold(CartonError):
    code, exit_code = "damaged-gold", 10


class CannotUseFile(CartonError):
    code, exit_code = "cannot-use-file", 11


class DocumentNotFound(CartonError):
    code, exit_code = "document-not-found", 12


class UnreadableDocument(CartonError):
    code = "unreadable"


class EmptyFile(UnreadableDocument):
    code = "file-empty"


class UnsupportedKind(UnreadableDocument):
    code = "unsupported-kind"


class EncryptedFile(UnreadableDocument):
    code = "file-encrypted"


class BrokenFile(UnreadableDocument):
    code = "file-broken"


class TooLarge(UnreadableDocument):
    code = "file-too-large"


class PictureTooLarge(UnreadableDocument):
    code = "picture-too-large"
