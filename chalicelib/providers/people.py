"""Names of people without the e-mail addresses beside them, in the many spellings by which sources hide these."""

import re

_AT = r"(?:\s?@\s?|\s{0,9}[\[({<]\s{0,9}at\s{0,9}[\])}>]\s{0,9}|\s{1,9}[-_]{1,9}at[-_]{1,9}\s{1,9})"
_HOST = r"[\w-]+(?:\s*(?:\.|[\[({]\s*dot\s*[\])}])\s*[\w-]+)*(?:\.|\s*[\[({]\s*dot\s*[\])}]\s*)[a-zA-Z]{2,}"
_LOCAL = r"[\w.+'%-]{1,64}"  # as long as the mail's own rules allow; so no text takes longer than its length
_ADDRESS = re.compile(rf"\s{{0,9}}[\[({{<]{{0,9}}(?:mailto:)?{_LOCAL}{_AT}{_HOST}[\])}}>]*", re.IGNORECASE)
_SPELLED = rf"{_LOCAL}\s{{1,9}}at\s{{1,9}}[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{{2,}}"
_BRACKETED = re.compile(rf"\s{{0,9}}[\[({{<]{{1,9}}\s{{0,9}}{_SPELLED}\s*[\])}}>]+")
_LOOSE = re.compile(rf"\s{{0,9}}[\[({{<]{{0,9}}\b{_SPELLED}[\])}}>]*")
_BESIDE_A_NAME = re.compile(r"\s{0,9}[\[<{][^\[\]<>{}]*[\]>}]+")  # only addresses stand there, in many spellings


def without_addresses(text: str, *, instead: str = "") -> str:
    """The text without e-mail addresses and the brackets around them; "x at y.org" counts in brackets only."""
    return _BRACKETED.sub(instead, _ADDRESS.sub(instead, text))


def name_alone(text: str) -> str:
    """A person's name without the address behind it: "Doe, Jane [jane at example.org]" is "Doe, Jane"."""
    return " ".join(_LOOSE.sub("", without_addresses(_BESIDE_A_NAME.sub("", text))).split())
