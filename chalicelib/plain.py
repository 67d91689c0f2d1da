"""JSON as plain values; apart from `records`, so that a search need not load the library that the models stand on."""

from typing import Any

Json = dict[str, Any]
