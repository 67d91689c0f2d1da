"""Which of several forms of an answer a request asks for (RFC 9110, section 12.5.1)."""

from collections.abc import Iterable, Mapping

from chalicelib.errors import NotAcceptable
from chalicelib.request_params import unknown_name

ANYTHING = "*/*"


def choose_format(asked: str, accept: str, offered: Mapping[str, str]) -> str:
    """The name of the form to answer with: the one asked for by name, else the one that `Accept` likes best.

    `offered` maps names to media types, the preferred first. Raises BadInput for another name, NotAcceptable.
    """
    if asked and asked not in offered:
        raise unknown_name("format", asked, offered, "format")
    if asked:
        return asked
    weights = {name: weight_of(media_type, accept) for name, media_type in offered.items()}
    best = max(weights, key=lambda name: weights[name])
    if not weights[best]:
        types = ", ".join(dict.fromkeys(_bare(one) for one in offered.values()))
        raise NotAcceptable(f"This is available as {types}.", allowed=list(offered))
    return best


def weight_of(media_type: str, accept: str) -> float:
    """How much an Accept header wants a media type, from 0 (not at all) to 1; an empty header wants everything."""
    wanted = list(_preferences(accept or ANYTHING))
    bare = _bare(media_type)
    for pattern in (bare, f"{bare.partition('/')[0]}/*", ANYTHING):
        if found := [weight for one, weight in wanted if one == pattern]:
            return found[0]
    return 0.0


def _preferences(accept: str) -> Iterable[tuple[str, float]]:
    for part in accept.split(","):
        media_type, *parameters = (one.strip().lower() for one in part.split(";"))
        weight = next((one[2:] for one in parameters if one.startswith("q=")), "1")
        yield media_type, float(weight) if weight.replace(".", "", 1).isdecimal() else 0.0


def _bare(media_type: str) -> str:
    return media_type.partition(";")[0].strip()
