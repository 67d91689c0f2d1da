"""The portals: where each is, of which kind, in which language, and where its key is kept.

Sources  data.bioontology.org/documentation, data.agroportal.lirmm.fr/documentation and their like
Quirks   a portal's answers name it by its own address, with http or https, whatever address it was asked at;
         the address of BiblioPortal's API follows its site's (biblio.ontoportal.org) and could not be tried
"""

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from chalicelib.errors import BadInput, UnknownName, WrongSettings
from chalicelib.http.terms import Terms

DEFAULT = "ncbo"
# What a portal shows to everybody. Accounts, administration and the like are nobody's business here, least of all with our key.
RESOURCES = frozenset(
    "ontologies ontologies_full submissions search property_search annotator annotatorplus batch recommender metrics"
    " mappings groups categories slices projects reviews notes replies analytics properties classes collections instances agents"
    " provisional_classes provisional_relations ontology_metadata submission_metadata artefacts records mod-api".split()
)


AT_ROOT = ("ontologies", "submissions")  # what of the default portal has addresses without its name


@dataclass(frozen=True)
class Portal:
    """One portal. `secret` is the name of the variable that holds its key, or the `ssm:` name of a parameter that does;
    `deployment_root` the first segment of the old addresses under which it was proxied."""

    name: str
    title: str
    home: str
    kind: str
    language: str
    secret: str
    deployment_root: str | None = None

    @property
    def terms(self) -> Terms:
        """15 requests a second is what a portal lets one address ask."""
        return Terms(
            home=self.home,
            paths=("/",),
            pause=1 / 15,
            licence="each ontology's own",
            citation=f"{self.title} ({self.home})",
        )


PORTALS = {
    one.name: one
    for one in (
        Portal(
            "ncbo", "NCBO BioPortal", "https://data.bioontology.org", "ncbo", "en", "PORTAL_KEY_NCBO", "ncbobioportal"
        ),
        Portal(
            "agroportal", "AgroPortal", "https://data.agroportal.lirmm.fr", "agroportal", "en", "PORTAL_KEY_AGROPORTAL"
        ),
        Portal("sifr", "SIFR BioPortal", "https://data.bioportal.lirmm.fr", "sifr", "fr", "PORTAL_KEY_SIFR"),
        Portal(
            "biblioportal",
            "BiblioPortal",
            "https://data.biblio.ontoportal.org",
            "biblioportal",
            "en",
            "PORTAL_KEY_BIBLIOPORTAL",
            "biblioportal",
        ),
    )
}


def known_portals(asked: Collection[str], default: str) -> dict[str, Portal]:
    """The portals, once every name in the settings (`asked`, `default`) is one of theirs; raises WrongSettings."""
    for name in (*asked, default):
        if name not in PORTALS:
            raise WrongSettings(f"There is no portal {name!r}; there are {', '.join(PORTALS)}.")
    return PORTALS


@dataclass(frozen=True)
class Place:
    """What a path of ours means: which portal, the path there, and the part of ours that stands for the portal's address."""

    portal: Portal
    path: str
    prefix: str


def located(path: str, portals: dict[str, Portal], default: str = DEFAULT) -> Place:
    """Read a raw path of ours, without a slash at its end; raises UnknownName, BadInput."""
    segments = path.split("/")[1:]
    while segments and not segments[-1]:
        segments.pop()
    _refuse_hostile(segments)
    first = segments[0] if segments else ""
    by_root = {one.deployment_root: one for one in portals.values() if one.deployment_root}
    if first == "portals":
        name = segments[1] if len(segments) > 1 else ""
        if name not in portals:
            raise UnknownName(f"There is no portal {name!r}.", field="portal", allowed=list(portals))
        return _place(portals[name], segments, 2)
    if first in by_root:
        return _place(by_root[first], segments, 1)
    return _place(portals[default], segments, 0)


def at_proxy(portal: Portal, base: str, place: str, path: str) -> str:
    """Our address of a portal's path, in the spelling of `place` where there is one; `base` is our own."""
    named = place != base or path.split("/")[1].partition("?")[0] in AT_ROOT
    return (place if named else f"{base}/portals/{portal.name}") + path


def _place(portal: Portal, segments: list[str], of_ours: int) -> Place:
    rest = segments[of_ours:]
    if not rest or rest[0] not in RESOURCES:
        named = rest[0] if rest else ""
        raise UnknownName(f"{portal.title} shows no {named!r} here.", field="path", allowed=sorted(RESOURCES))
    prefix = "".join(f"/{one}" for one in segments[:of_ours])
    return Place(portal, "".join(f"/{one}" for one in rest), prefix)


def _refuse_hostile(segments: list[str]) -> None:
    for segment in segments:
        plain = unquote_to_bytes(segment)
        if plain in (b".", b"..") or b"\\" in plain or any(sign < 32 or sign == 127 for sign in plain):
            raise BadInput("A path must not hold '.', '..', backslashes or control characters.", field="path")
