"""Which handler answers a request.

A handler fits when one of its path patterns matches the whole path and all of its mandatory parameters are given. The
best fit has the most mandatory parameters, then the most literal path segments, then the earlier registration.

A pattern is a regular expression over the path, in which `{name}` stands for one segment and `{name+}` for one or more.
Segments are matched decoded; a slash inside of one (%2F) is no slash for the pattern. A path never ends in a slash.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote

from chalicelib.errors import WrongSettings
from chalicelib.proxy.model import Model
from chalicelib.proxy.output import OutputGenerator, PostProcessor
from chalicelib.proxy.parameters import ParameterRule
from chalicelib.proxy.request import Call, ProxyResponse

_SLASH = "\x1f"  # stands for a slash inside a segment: paths with control characters are refused before
_TEMPLATE = re.compile(r"\{([A-Za-z_]\w*)(\+?)\}")
_LITERAL = re.compile(r"[\w.~-]+")
_PLAIN = re.compile(r"(/[\w.~-]+|/\{\w+\})*(/[\w.~-]+|/\{\w+\+?\})")  # literals and templates
_START, _END = "\x02", "\x03"  # stand for anchors, of which a path knows none either
_ANY_PATH = r"(/[^/\x00-\x1e]*)*/[^/\x00-\x1e]+"
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)  # escapes, classes, single signs


@dataclass(frozen=True)
class PathPattern:
    """One pattern of a handler; raises WrongSettings for one that is no expression, or that no path can match."""

    text: str

    def __post_init__(self) -> None:
        self._expression.fullmatch("")  # compiles
        if not _PLAIN.fullmatch(self.text) and not _can_match(self._source):
            raise WrongSettings(f"{self.text}: no path can match this pattern.")

    def match(self, path: str) -> dict[str, str] | None:
        """What the groups found in a raw path, decoded, by name or number; None where the pattern does not match."""
        plain = "/".join(unquote(segment).replace("/", _SLASH) for segment in path.split("/"))
        found = self._expression.fullmatch(plain)
        if found is None:
            return None
        groups = {str(number): text for number, text in enumerate(found.groups(), 1)}
        names = {str(number): name for name, number in self._expression.groupindex.items()}
        return {
            names.get(number, number): text.replace(_SLASH, "/") for number, text in groups.items() if text is not None
        }

    @cached_property
    def literals(self) -> int:
        """How many segments are plain text."""
        return sum(bool(_LITERAL.fullmatch(one)) for one in self.text.split("/"))

    @cached_property
    def _source(self) -> str:
        source = "/".join(re.escape(one) if _LITERAL.fullmatch(one) else one for one in self.text.split("/"))
        return _TEMPLATE.sub(lambda found: f"(?P<{found[1]}>{'.+' if found[2] else '[^/]+'})", source)

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        try:
            return re.compile(self._source)
        except re.error as error:
            raise WrongSettings(f"{self.text}: this pattern is no regular expression: {error}.") from error


@dataclass(frozen=True)
class Handler:
    """Answers requests of some paths, with parameter rules, post-processors and formats for these requests only.

    `paths` are patterns (see above). `answer` gives a model, which post-processors and a generator take on, or a final
    response.
    """

    name: str
    paths: tuple[str, ...]
    answer: Callable[[Call], Model | ProxyResponse]
    parameters: tuple[ParameterRule, ...] = ()
    postprocessors: Mapping[str, PostProcessor] = field(default_factory=dict)
    generators: Mapping[str, OutputGenerator] = field(default_factory=dict)

    @cached_property
    def patterns(self) -> tuple[PathPattern, ...]:
        """Raises WrongSettings."""
        return tuple(PathPattern(path) for path in self.paths)

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
    """The handlers in the order of their registration; one of them must take every path. Raises WrongSettings."""

    def __init__(self, handlers: tuple[Handler, ...]) -> None:
        self._handlers = handlers
        for handler in handlers:
            if not handler.patterns:
                raise WrongSettings(f"{handler.name}: a handler needs at least one path.")

    def best(self, path: str, parameters: dict[str, list[str]]) -> Found:
        found = [one for handler in self._handlers if (one := _fit(handler, path, parameters))]
        return max(found, key=lambda one: (len(one.handler.mandatory), one.literals))  # the first of equals

    def formats(self) -> frozenset[str]:
        """Every format that some handler offers at its own addresses."""
        asked = [rule for one in self._handlers for rule in one.mandatory if "format" in rule.names]
        named = {value for rule in asked for value in rule.values}
        return frozenset(named.union(*(one.generators for one in self._handlers)))


def _fit(handler: Handler, path: str, parameters: dict[str, list[str]]) -> Found | None:
    if any(rule.find(parameters) is None for rule in handler.mandatory):
        return None
    matches = [(pattern.match(path), pattern.literals) for pattern in handler.patterns]
    fits = [Found(handler, match, literals) for match, literals in matches if match is not None]
    return max(fits, key=lambda one: one.literals, default=None)


def _can_match(source: str) -> bool:
    """Whether any path is in the pattern's language; an expression that is not regular (a backreference) is let
    pass.

    Anchors become signs of their own, which a path has at its ends alone and no class of signs matches.
    """
    import interegular

    plain = "".join(map(_without_anchors, _TOKEN.findall(source)))
    whole = f"(?:{plain})" if "|" in plain else plain  # a group must not look ahead of its end
    try:
        wanted = interegular.parse_pattern(f"{_START}*{whole}{_END}+").to_fsm()
    except (interegular.InvalidSyntax, interegular.Unsupported):
        return True
    paths = interegular.parse_pattern(f"{_START}*{_ANY_PATH}{_END}+").to_fsm()
    return not (wanted & paths).empty()


def _without_anchors(token: str) -> str:
    if token in ("^", r"\A"):
        return _START
    if token in ("$", r"\Z"):
        return _END
    if token == ".":
        return f"[^{_START}{_END}]"
    if token in (r"\D", r"\S", r"\W"):
        return f"[^{token.lower()}{_START}{_END}]"
    return f"[^{_START}{_END}{token[2:]}" if token.startswith("[^") else token
