"""Every call by its name."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any, Optional, Union, cast

from ._answers import Comparison, Digest, Submitted, Validation, Version
from ._call import Given, call, day, file
from ._module import Answer, ArrearsError, Module

Day = Union[date, str, None]

#: What an error's text starts with; no answer does.
_ERROR = '{"error":'


class ArrearsLedger:
    """The rules. May be shared by threads, which take turns; for more, make more of them."""

    def __init__(self) -> None:
        self._module = Module()

    def call(self, request: bytes) -> Answer:
        """Carries out a call as it is written down in the crate's ``call``: bytes in, text out."""
        return self._module.call(request)

    def validate(
        self,
        ledger: Given,
        *,
        name: Optional[str] = None,
        today: Day = None,
        lang: Optional[str] = None,
        previous: Optional[Given] = None,
        campaign: Optional[Given] = None,
        data: Iterable[Given] = (),
    ) -> Validation:
        """Checks a submission, a draft, a sheet or a workbook."""
        members = {"file": file(ledger, name), "lang": lang, "previous": _maybe(previous)}
        return cast(Validation, self._json("validate", members, today, campaign, data))

    def lines(
        self,
        stream: Given,
        *,
        name: Optional[str] = None,
        today: Day = None,
        lang: Optional[str] = None,
        campaign: Optional[Given] = None,
        data: Iterable[Given] = (),
    ) -> list[Validation]:
        """Checks a stream of submissions or debts, a line each (NDJSON); an answer a line."""
        members = {"file": file(stream, name), "lang": lang}
        return self._list("lines", members, today, campaign, data)

    def together(
        self,
        ledgers: Iterable[Given],
        *,
        today: Day = None,
        lang: Optional[str] = None,
        previous: Iterable[Given] = (),
        leads: Optional[Given] = None,
        campaign: Optional[Given] = None,
        data: Iterable[Given] = (),
    ) -> list[Validation]:
        """Checks files, each by itself and all with each other; the last answer is that for all."""
        members = {
            "files": [file(one) for one in ledgers],
            "lang": lang,
            "previous": [file(one) for one in previous],
            "leads": _maybe(leads),
        }
        return self._list("together", members, today, campaign, data)

    def submit(
        self,
        ledger: Given,
        *,
        name: Optional[str] = None,
        today: Day = None,
        lang: Optional[str] = None,
        previous: Optional[Given] = None,
        campaign: Optional[Given] = None,
    ) -> Submitted:
        """Makes the file that is handed in of a ledger that is in order."""
        members = {"file": file(ledger, name), "lang": lang, "previous": _maybe(previous)}
        return cast(Submitted, self._json("submit", members, today, campaign))

    def explain(
        self, ledger: Given, path: str, *, today: Day = None, campaign: Optional[Given] = None
    ) -> list[dict[str, Any]]:
        """Where a debt's values come from that nobody typed: ``/entries/0/plan_maker``."""
        members = {"file": file(ledger), "path": path}
        return cast("list[dict[str, Any]]", self._json("explain", members, today, campaign))

    def digest(self, submission: Given) -> Digest:
        """The digest and the check code of a submission."""
        return cast(Digest, self._plain("digest", {"file": file(submission)}))

    def compare(self, old: Given, new: Given) -> Comparison:
        """What changed from one ledger to another."""
        return cast(Comparison, self._plain("compare", {"old": file(old), "new": file(new)}))

    def code(self, code: str) -> dict[str, Any]:
        """What is to be said of a unified social credit code."""
        return cast("dict[str, Any]", self._plain("code", {"code": code}))

    def campaign(self, campaign: Given) -> dict[str, Any]:
        """What is to be said of a campaign file."""
        return cast("dict[str, Any]", self._plain("campaign", {"file": file(campaign)}))

    def rules(self) -> list[dict[str, Any]]:
        """Every rule."""
        return cast("list[dict[str, Any]]", self._plain("rules", {}))

    def fields(self) -> dict[str, list[dict[str, Any]]]:
        """Every field, by its table."""
        return cast("dict[str, list[dict[str, Any]]]", self._plain("fields", {}))

    def schema(self, of: str = "submission") -> dict[str, Any]:
        """The JSON Schema of a ``submission``, of ``findings`` or of a ``campaign``."""
        return cast("dict[str, Any]", self._plain("schema", {"of": of}))

    def version(self) -> Version:
        """The versions of the crate and of the format, and the campaign it carries."""
        return cast(Version, self._plain("version", {}))

    def _json(
        self,
        name: str,
        members: dict[str, Any],
        today: Day,
        campaign: Optional[Given] = None,
        data: Iterable[Given] = (),
    ) -> Any:
        return json.loads(self._dated(name, members, today, campaign, data))

    def _list(
        self,
        name: str,
        members: dict[str, Any],
        today: Day,
        campaign: Optional[Given],
        data: Iterable[Given],
    ) -> list[Validation]:
        text = self._dated(name, members, today, campaign, data)
        # A line of JSON may hold other ends of lines (U+2028) in its texts.
        return [json.loads(line) for line in text.split("\n") if line]

    def _dated(
        self,
        name: str,
        members: dict[str, Any],
        today: Day,
        campaign: Optional[Given],
        data: Iterable[Given],
    ) -> str:
        given = {"today": day(today), "campaign": _maybe(campaign)}
        newer = [file(one) for one in data]
        return self._text(name, {**members, **given, "data": newer or None})

    def _plain(self, name: str, members: dict[str, Any]) -> Any:
        return json.loads(self._text(name, members))

    def _text(self, name: str, members: dict[str, Any]) -> str:
        status, text = self.call(call(name, members))
        if text.startswith(_ERROR):
            raise ArrearsError(status, **json.loads(text)["error"])
        return text


def _maybe(given: Optional[Given]) -> Any:
    return None if given is None else file(given)
