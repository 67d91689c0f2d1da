"""What there is to say of one document beside it: which elements hold a default, and what of the source was left out."""

from dataclasses import dataclass, field


@dataclass
class Report:
    """`defaults`: elements without a source, by their path below the resource; `notes`: what was cut, changed or left out."""

    defaults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def default(self, element: str) -> None:
        if element not in self.defaults:
            self.defaults.append(element)

    def note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)
