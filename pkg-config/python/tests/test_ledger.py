"""The package as its users meet it."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from arrears_ledger import ArrearsError, ArrearsLedger, File

SAMPLES = Path(__file__).parents[3] / "tests/samples"
VALID = (SAMPLES / "parity/valid.json").read_bytes()
DRAFT = (SAMPLES / "parity/draft.json").read_bytes()
TODAY = "2022-06-12"


@pytest.fixture(scope="module")
def ledger():
    return ArrearsLedger()


def test_a_good_file_is_valid(ledger):
    answer = ledger.validate(VALID, name="a.json", today=TODAY)
    assert answer["valid"] and answer["file"] == "a.json"
    assert answer["digest"] == ledger.digest(VALID)["digest"]


def test_a_day_may_be_a_date_and_a_file_may_be_text(ledger):
    by_date = ledger.validate(VALID.decode(), today=date(2022, 6, 12))
    assert by_date == ledger.validate(File(VALID), today=TODAY)


def test_without_a_day_it_is_today_in_china(ledger):
    china = timezone(timedelta(hours=8))
    before = datetime.now(china).date()
    answer = ledger.validate(VALID)
    days = [before, datetime.now(china).date()]
    assert answer in [ledger.validate(VALID, today=day) for day in days]


def test_a_bad_ledger_is_an_answer_and_a_bad_call_an_error(ledger):
    assert not ledger.validate(b"{", today=TODAY)["valid"]
    with pytest.raises(ArrearsError) as caught:
        ledger.validate(VALID, today="tomorrow")
    assert (caught.value.status, caught.value.code, caught.value.path) == (2, "request", "/today")
    with pytest.raises(ArrearsError) as caught:
        ledger.validate(VALID, today=TODAY, campaign="{}")
    assert caught.value.code == "campaign" and caught.value.faults
    with pytest.raises(TypeError):
        ledger.validate(42)


def test_a_sealed_draft_is_a_valid_submission(ledger):
    opened = ledger.submit(VALID, today=TODAY)
    assert opened["submission"]["text"].encode() == VALID
    assert ledger.submit(DRAFT, today=TODAY)["submission"] is None


def test_lines_and_files_together(ledger):
    stream = VALID + b"\n\n" + '{"creditor_name":"a\u2028b"}'.encode()
    assert [one["file"] for one in ledger.lines(stream, name="s", today=TODAY)] == ["s:1", "s:3"]
    *alone, whole = ledger.together([File(VALID, "a"), File(DRAFT, "b")], today=TODAY)
    assert [one["file"] for one in alone] == ["a", "b"] and whole["file"] == "together"


def test_what_can_be_looked_up(ledger):
    assert len(ledger.rules()) > 100 and len(ledger.fields()["entries"]) > 50
    assert ledger.schema("findings")["$schema"].endswith("2020-12/schema")
    assert ledger.code("91350100M000100Y43")["valid"]
    assert ledger.version()["format"] == 1
    assert ledger.compare(DRAFT, VALID)["new"] == []
    assert ledger.explain(VALID, "/entries/0/plan_maker", today=TODAY)[0]["key"] == "plan_maker"


def test_threads_may_share_one(ledger):
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: ledger.validate(VALID, today=TODAY), range(20)))
    assert all(one == answers[0] for one in answers)


def test_the_types_agree():
    mypy = pytest.importorskip("mypy")
    assert mypy
    folder = Path(__file__).parents[1]
    done = subprocess.run([sys.executable, "-m", "mypy"], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
