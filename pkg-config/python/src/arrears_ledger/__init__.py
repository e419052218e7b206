"""The rules of the work ledger of arrears owed to small firms (清欠台账)."""

from ._answers import Comparison, Counts, Digest, Finding, Submission, Submitted, Validation, Version
from ._call import File
from ._ledger import ArrearsLedger
from ._module import Answer, ArrearsError

__all__ = [
    "Answer",
    "ArrearsError",
    "ArrearsLedger",
    "Comparison",
    "Counts",
    "Digest",
    "File",
    "Finding",
    "Submission",
    "Submitted",
    "Validation",
    "Version",
]
