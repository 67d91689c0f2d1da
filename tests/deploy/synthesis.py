"""The template as CloudFormation would make it of given parameters: conditions decided, what only AWS knows left as it
is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

ACCOUNT, LONGEST_REGION = "111122223333", "ap-southeast-5"
_NOTHING = {"Ref": "AWS::NoValue"}


@dataclass(frozen=True)
class Template:
    """A template and the values of its parameters, by name."""

    source: Mapping[str, Any]
    given: Mapping[str, str]

    def resources(self) -> dict[str, Any]:
        """The resources that are made, by logical name."""
        return self._present(self.source["Resources"])

    def outputs(self) -> dict[str, Any]:
        return self._present(self.source["Outputs"])

    def _present(self, found: Mapping[str, Any]) -> dict[str, Any]:
        made = {name: one for name, one in found.items() if self._holds(one.get("Condition"))}
        return {name: self.resolve(one) for name, one in made.items()}

    def resolve(self, value: Any) -> Any:
        """A value with references to parameters, mappings and conditions filled in."""
        if isinstance(value, list):
            return [one for one in map(self.resolve, value) if one != _NOTHING]
        if not isinstance(value, dict):
            return value
        if len(value) == 1 and (known := _FUNCTIONS.get(next(iter(value)))):
            return known(self, next(iter(value.values())))
        resolved = {key: self.resolve(one) for key, one in value.items()}
        return {key: one for key, one in resolved.items() if one != _NOTHING}

    @property
    def names(self) -> dict[str, str]:
        defaults = {name: one.get("Default", "") for name, one in self.source["Parameters"].items()}
        ours = {"AWS::AccountId": ACCOUNT, "AWS::Region": LONGEST_REGION, "AWS::Partition": "aws"}
        return {**defaults, **self.given, **ours}

    def _holds(self, condition: str | None) -> bool:
        return condition is None or bool(self.resolve(self.source["Conditions"][condition]))

    def _sub(self, text: Any) -> Any:
        return re.sub(r"\$\{([\w:.]+)\}", lambda found: self.names.get(found[1], found[0]), text)

    def _if(self, parts: Any) -> Any:
        condition, yes, no = parts
        return self.resolve(yes if self._holds(condition) else no)

    def _find(self, path: Any) -> Any:
        first, second, third = self.resolve(path)
        return self.source["Mappings"][first][second][third]

    def _equals(self, parts: Any) -> bool:
        first, second = self.resolve(parts)
        return bool(first == second)


_FUNCTIONS: dict[str, Any] = {
    "Ref": lambda template, name: template.names.get(name, {"Ref": name}),
    "Fn::Sub": Template._sub,
    "Fn::If": Template._if,
    "Fn::FindInMap": Template._find,
    "Fn::Equals": Template._equals,
    "Fn::Not": lambda template, parts: not template.resolve(parts)[0],
    "Fn::And": lambda template, parts: all(template.resolve(parts)),
    "Fn::Or": lambda template, parts: any(template.resolve(parts)),
    "Condition": lambda template, name: template._holds(name),
}
