"""How long ten thousand debts take in Python, and how long jsonschema takes to hold them against the
schema alone. ``python bench.py FOLDER``, with what ``bench_input.mjs`` wrote there."""

import json
import statistics
import sys
import time
from pathlib import Path

from jsonschema import Draft202012Validator

from arrears_ledger import ArrearsLedger


def median(work, runs):
    """The median of some runs after one that does not count, in milliseconds."""
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:]) * 1000


folder = Path(sys.argv[1])
content = (folder / "ledger.json").read_bytes()
validator = Draft202012Validator(json.loads((folder / "schema.json").read_text()))
ledger = ArrearsLedger()
figures = {
    "python/rules": median(lambda: ledger.validate(content, today="2022-06-12"), 5),
    "python/jsonschema": median(lambda: list(validator.iter_errors(json.loads(content))), 1),
}
with open(folder / "figures.tsv", "a", encoding="utf-8") as out:
    for name, spent in figures.items():
        out.write(f"hosts/{name}/10000\t{spent:.1f}\tms\n")
