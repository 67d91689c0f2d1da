"""Parameter handlers: what a parameter of a request does before the portal is asked.

A handler may add, change and remove parameters (`call.parameters`), register post-processors and output generators for
this request, and leave values for later steps in `call.context`. It refuses with BadInput.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from chalicelib.errors import BadInput
from chalicelib.proxy.request import Call

ParameterHandler = Callable[[Call, str, list[str]], None]


def ignore(call: Call, name: str, values: list[str]) -> None:
    """For a rule that only says when a handler is meant."""


@dataclass(frozen=True)
class ParameterRule:
    """Runs `handle` when one of `names` is given, and one of `values` (none: any) is among its values."""

    names: tuple[str, ...]
    handle: ParameterHandler = ignore
    values: tuple[str, ...] = ()
    mandatory: bool = False

    @property
    def title(self) -> str:
        """What one rule shares with the one that it overrides."""
        return "|".join(self.names) + ("=" + "|".join(self.values) if self.values else "")

    def find(self, parameters: dict[str, list[str]]) -> str | None:
        """The first of its names that is given with a value that fits."""
        return next((name for name in self.names if name in parameters and self._fits(parameters[name])), None)

    def _fits(self, values: list[str]) -> bool:
        return not self.values or any(one in self.values for one in values)


def apply_rules(rules: Iterable[ParameterRule], call: Call) -> None:
    """Run every rule that fits what the rules before it left; raises BadInput for a mandatory one that was not
    asked.
    """
    rules = list(rules)
    for rule in rules:
        if rule.mandatory and rule.find(call.parameters) is None:
            raise BadInput(f"{rule.title}: this parameter is required.", field=rule.names[0])
    for rule in rules:
        name = rule.find(call.parameters)
        if name is not None:
            rule.handle(call, name, call.parameters[name])


def choose_format(call: Call, name: str, values: list[str]) -> None:
    """An output format of this API is written by its generator and never sent to the portal; any other is the portal's
    own.
    """
    if values[0] in call.generators and values[0] != "error":
        call.context.format = values[0]
        del call.parameters[name]
    elif values[0] in call.context.formats_elsewhere:
        raise BadInput(f"format: {values[0]!r} is not offered at this address.", field=name)
