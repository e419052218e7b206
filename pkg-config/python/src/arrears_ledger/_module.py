"""The module: bytes in, status and text out."""

from __future__ import annotations

import struct
import threading
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple, Optional

import wasmtime


class Answer(NamedTuple):
    """The command line's exit code, and the answer or the error."""

    status: int
    text: str


class ArrearsError(Exception):
    """Why there is no answer: ``code`` for programs, ``path`` into the call."""

    def __init__(
        self,
        status: int,
        code: str,
        path: str,
        message: str,
        faults: Optional[list[dict[str, Any]]] = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.path = path
        self.faults = faults or []


@lru_cache(maxsize=None)
def _compiled() -> tuple[wasmtime.Engine, wasmtime.Module]:
    engine = wasmtime.Engine()
    module = (files(__package__) / "arrears-ledger-core.wasm").read_bytes()
    return engine, wasmtime.Module(engine, module)


class Module:
    """One instance of the module; calls from several threads take turns."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._store: Optional[wasmtime.Store] = None
        self._exports: Any = None

    def call(self, request: bytes) -> Answer:
        """Carries out a call as it is written down in the crate's ``call``."""
        with self._turn:
            try:
                return self._carry(request)
            except (wasmtime.WasmtimeError, wasmtime.Trap, MemoryError) as why:
                # A module that stopped in the middle is of no more use; the next call gets a new one.
                self._store = None
                raise ArrearsError(5, "fault", "", str(why)) from why

    def _carry(self, request: bytes) -> Answer:
        if self._store is None:
            engine, module = _compiled()
            self._store = wasmtime.Store(engine)
            self._exports = wasmtime.Instance(self._store, module, []).exports(self._store)
        store, exports = self._store, self._exports
        memory = exports["memory"]
        address = exports["arrears_alloc"](store, len(request)) & 0xFFFFFFFF
        if address == 0:
            raise MemoryError("the call does not fit into the module's memory")
        memory.write(store, request, address)
        answer = exports["arrears_call"](store, address, len(request)) & 0xFFFFFFFF
        text, length, status = struct.unpack("<III", memory.read(store, answer, answer + 12))
        told = bytes(memory.read(store, text, text + length)).decode()
        exports["arrears_free"](store, answer)
        exports["arrears_dealloc"](store, address, len(request))
        return Answer(status, told)
