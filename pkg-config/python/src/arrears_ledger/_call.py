"""A call, byte by byte: its line, and behind it the files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any, Optional, Union


@dataclass(frozen=True)
class File:
    """A file by its bytes or its text, and what answers are to call it."""

    content: Union[bytes, str]
    name: Optional[str] = None


Given = Union[bytes, str, File]


def call(name: str, members: Mapping[str, Any]) -> bytes:
    """The bytes of a call. Files stand behind the line in the order of their members' names;
    members that are ``None`` are left out."""
    line: dict[str, Any] = {"call": name}
    behind: list[bytes] = []

    def place(file: File) -> dict[str, Any]:
        content = file.content.encode() if isinstance(file.content, str) else bytes(file.content)
        behind.append(content)
        placed: dict[str, Any] = {"bytes": len(content)}
        if file.name is not None:
            placed["name"] = file.name
        return placed

    for key in sorted(members):
        value = members[key]
        if value is None:
            continue
        if isinstance(value, File):
            line[key] = place(value)
        elif isinstance(value, list):
            line[key] = [place(one) for one in value]
        else:
            line[key] = value
    head = json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode()
    return b"\n".join([head, b"".join(behind)]) if behind else head


def file(given: Given, name: Optional[str] = None) -> File:
    """What was given as a file."""
    if isinstance(given, File):
        return given if name is None else File(given.content, name)
    if isinstance(given, (bytes, bytearray, memoryview, str)):
        return File(given if isinstance(given, str) else bytes(given), name)
    raise TypeError(f"a file is bytes or text, not {type(given).__name__}")


def day(today: Union[date, str, None]) -> str:
    """The day to check for: by default today in China, which is eight hours ahead of UTC."""
    if today is None:
        today = datetime.now(timezone(timedelta(hours=8))).date()
    return today if isinstance(today, str) else today.isoformat()
