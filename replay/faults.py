"""Misbehaviour on demand: rules that say which requests go wrong, how, and how often."""

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

Mutation = Callable[[Any], Any]


@dataclass(frozen=True)
class Fault:
    """What goes wrong with requests whose method and path (query included) match.

    `after` requests go well first, then `times` go wrong (None: all). `status`, `headers`, `body` replace the answer;
    `delay` is in seconds before it, `drip` in seconds between its chunks; `truncate` sends that many bytes of a longer
    announced body; `reset` cuts the connection with nothing sent; `mutate` changes JSON answers, `edit` the text of
    HTML ones, and both leave others (from Python only).
    """

    path: str = ""
    method: str = ""
    times: int | None = None
    after: int = 0
    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    body: str | None = None
    delay: float = 0.0
    drip: float = 0.0
    truncate: int | None = None
    reset: bool = False
    mutate: Mutation | None = None
    edit: Callable[[str], str] | None = None

    def matches(self, method: str, path: str) -> bool:
        return self.method in ("", method) and re.search(self.path, path) is not None


class Faults:
    """The rules in force; the first that matches a request is used up for it."""

    def __init__(self) -> None:
        self._rules: list[Fault] = []
        self._lock = threading.Lock()

    def add(self, fault: Fault) -> None:
        with self._lock:
            self._rules.append(fault)

    def all(self) -> list[Fault]:
        with self._lock:
            return list(self._rules)

    def clear(self) -> None:
        with self._lock:
            self._rules.clear()

    def take(self, method: str, path: str) -> Fault | None:
        """The fault for this request, counted down."""
        with self._lock:
            for place, rule in enumerate(self._rules):
                if not rule.matches(method, path) or rule.times == 0:
                    continue
                if rule.after:
                    self._rules[place] = replace(rule, after=rule.after - 1)
                    continue
                if rule.times is not None:
                    self._rules[place] = replace(rule, times=rule.times - 1)
                return rule
        return None
