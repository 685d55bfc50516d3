"""Files that people or the bot have uploaded."""

from __future__ import annotations

from typing import Any

from tests.telegram.wire import Upload


class Files:
    """Uploaded files by their id, the newest ones if there is a limit."""

    def __init__(self, keep: int | None) -> None:
        self._files: dict[str, Upload] = {}
        self._keep = keep
        self._count = 0

    def store(self, filename: str, content: bytes) -> dict[str, Any]:
        """Store a file; gives the fields that every kind of file has."""
        self._count += 1
        file_id = f"file{self._count}"
        self._files[file_id] = Upload(filename, content)
        if self._keep and len(self._files) > self._keep:
            del self._files[next(iter(self._files))]
        unique = {"file_id": file_id, "file_unique_id": f"u{file_id}"}
        return {**unique, "file_size": len(content)}

    def get(self, file_id: str) -> Upload | None:
        """Give a file; None if there is none of this id."""
        return self._files.get(file_id)
