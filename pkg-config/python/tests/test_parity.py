"""Every call of the corpus gets the library's answer, to the byte."""

import os
from pathlib import Path

from arrears_ledger import ArrearsLedger

CORPUS = os.environ.get("ARREARS_CORPUS") or Path(__file__).parents[3] / "target/tmp/corpus.tsv"


def corpus():
    with open(CORPUS, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            name, request, status, answer = line.rstrip("\n").split("\t")
            yield name, bytes.fromhex(request), int(status), bytes.fromhex(answer).decode()


def test_every_call_gets_the_librarys_answer():
    ledger = ArrearsLedger()
    count = 0
    for name, request, status, text in corpus():
        answer = ledger.call(request)
        assert answer.text == text, name
        assert answer.status == status, name
        count += 1
    assert count >= 500
