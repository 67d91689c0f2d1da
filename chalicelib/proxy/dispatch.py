"""Which handler answers a request.

A handler fits when one of its path patterns matches the whole path and all of its mandatory parameters are given. The best fit
has the most mandatory parameters, then the most literal path segments, then the earlier registration.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from chalicelib.proxy.model import Model
from chalicelib.proxy.output import OutputGenerator
from chalicelib.proxy.parameters import ParameterRule
from chalicelib.proxy.postprocess import PostProcessor
from chalicelib.proxy.request import Call, ProxyAnswer


@dataclass(frozen=True)
class Handler:
    """Answers requests of some paths, with parameter rules, post-processors and formats that hold for these requests only.

    A pattern is made of segments: a literal, `{name}` (one, not empty), or at its end `{name+}` (one or more). `answer` gives a
    model, which post-processors and a generator take on, or an answer that is final.
    """

    name: str
    paths: tuple[str, ...]
    answer: Callable[[Call], Model | ProxyAnswer]
    parameters: tuple[ParameterRule, ...] = ()
    postprocessors: Mapping[str, PostProcessor] = field(default_factory=dict)
    generators: Mapping[str, OutputGenerator] = field(default_factory=dict)

    @property
    def mandatory(self) -> list[ParameterRule]:
        return [rule for rule in self.parameters if rule.mandatory]


@dataclass(frozen=True)
class Found:
    """A handler that fits, and what its pattern found in the path."""

    handler: Handler
    match: dict[str, str]
    literals: int


class Dispatcher:
    """The handlers in the order of their registration; one of them must take every path."""

    def __init__(self, handlers: tuple[Handler, ...]) -> None:
        self._handlers = handlers

    def best(self, path: str, parameters: dict[str, list[str]]) -> Found:
        found = [one for handler in self._handlers if (one := _fit(handler, path, parameters))]
        return max(found, key=lambda one: (len(one.handler.mandatory), one.literals))  # the first of equals

    def formats(self) -> frozenset[str]:
        """Every format that some handler offers at its own addresses."""
        asked = [rule for one in self._handlers for rule in one.mandatory if "format" in rule.names]
        named = {value for rule in asked for value in rule.values}
        return frozenset(named.union(*(one.generators for one in self._handlers)))


def _fit(handler: Handler, path: str, parameters: dict[str, list[str]]) -> Found | None:
    if any(rule.given(parameters) is None for rule in handler.mandatory):
        return None
    fits = [Found(handler, *matched) for pattern in handler.paths if (matched := _matched(pattern, path)) is not None]
    return max(fits, key=lambda one: one.literals, default=None)


def _matched(pattern: str, path: str) -> tuple[dict[str, str], int] | None:
    wanted, given = pattern.split("/")[1:], path.split("/")[1:]
    rest = wanted[-1].endswith("+}")
    if len(given) < len(wanted) or (len(given) > len(wanted) and not rest):
        return None
    if rest:
        given = [*given[: len(wanted) - 1], "/".join(given[len(wanted) - 1 :])]
    match, literals = {}, 0
    for part, segment in zip(wanted, given, strict=True):
        if part.startswith("{"):
            if not segment:
                return None
            match[part.strip("{}").rstrip("+")] = unquote(segment)
        elif part == unquote(segment):
            literals += 1
        else:
            return None
    return match, literals
