"""What answers hold: plain dictionaries, as the JSON says it."""

from __future__ import annotations

from typing import Any, Optional, TypedDict


class Counts(TypedDict):
    """How many findings of each kind."""

    errors: int
    warnings: int
    notices: int
    confirmed: int


class _Confirmed(TypedDict, total=False):
    reason: str


class Finding(_Confirmed):
    """What a rule has to say; ``path`` is a JSON Pointer into the submission. A warning that was
    confirmed has its ``reason``."""

    code: str
    severity: str
    path: str
    message: str
    params: dict[str, Any]
    basis: str


class Validation(TypedDict):
    """The answer to "is this file in order?"."""

    file: str
    valid: bool
    digest: Optional[str]
    counts: Counts
    findings: list[Finding]


class Submission(TypedDict):
    """The file that is handed in."""

    text: str
    digest: str
    check_code: str
    file_name: str


class Submitted(TypedDict):
    """The submission of a ledger, or ``None`` while the validation has errors or open warnings."""

    submission: Optional[Submission]
    validation: Validation


class Digest(TypedDict):
    """SM3 over the canonical form without the digest member, and its first sixteen digits."""

    digest: str
    check_code: str


class Comparison(TypedDict):
    """What changed from one ledger to another."""

    header: list[dict[str, Any]]
    new: list[dict[str, Any]]
    gone: list[dict[str, Any]]
    changed: list[dict[str, Any]]


class Version(TypedDict):
    """The versions of the crate and of the format, and the campaign it carries."""

    version: str
    format: int
    campaign: str
