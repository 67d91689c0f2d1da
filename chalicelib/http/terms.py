"""What an outside system allows and asks of those who ask it, as data."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Terms:
    """What a source allows and asks for, as data; `Source` holds every request to it.

    `home` is the source's real base URL ("https://neuromorpho.org"); `paths` are the path prefixes that may be asked
    there; `elsewhere` are URL prefixes at other hosts (files, mirrors). `pause` is the least time between two requests
    in seconds; `page_size` is the most items that one step of a harvest asks for. Where `may_cache` is false, neither
    answers nor files of the source are kept. `page` is where people read the terms.
    """

    home: str
    paths: tuple[str, ...]
    pause: float
    licence: str
    citation: str
    elsewhere: tuple[str, ...] = ()
    page_size: int = 1
    may_cache: bool = True
    page: str = ""
