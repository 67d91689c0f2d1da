"""The portals: where each is, of which kind, in which language, and where its key is kept.

Sources  data.bioontology.org/documentation, data.agroportal.lirmm.fr/documentation and their like
Quirks   a portal's answers name it by its own address, with http or https, whatever address it was asked at;
         the address of BiblioPortal's API follows its site's (biblio.ontoportal.org) and could not be tried
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from urllib.parse import unquote_to_bytes

from chalicelib.errors import BadInput, UnknownName, WrongSettings
from chalicelib.http.terms import Terms

DEFAULT = "ncbo"
# What a portal shows to everyone. Accounts and administration stay out of reach, above all with the key that we lend.
RESOURCES = frozenset(
    "ontologies ontologies_full submissions search property_search annotator annotatorplus batch recommender metrics"
    " mappings groups categories slices projects reviews notes replies analytics properties classes collections"
    " instances agents"
    " provisional_classes provisional_relations ontology_metadata submission_metadata artefacts records mod-api".split()
)
_ROOT = re.compile(r"[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*")
NO_ROOTS: Mapping[str, str] = {}
AT_ROOT = ("ontologies", "submissions")  # what of the default portal has addresses without its name


@dataclass(frozen=True)
class Portal:
    """One portal. `secret` is the name of the variable that holds its key, or the `ssm:` name of a parameter that does;
    `deployment_root` the beginning of the old addresses at which it was proxied, without slashes around it."""

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


def configured_portals(names: Collection[str], default: str, roots: Mapping[str, str] = NO_ROOTS) -> dict[str, Portal]:
    """The portals with these old addresses (`roots`, "" for none); raises WrongSettings.

    Every name in the settings (`names`, `default`, and those of `roots`) must be a portal's.
    """
    for name in (*names, *roots, default):
        if name not in PORTALS:
            raise WrongSettings(f"There is no portal {name!r}; there are {', '.join(PORTALS)}.")
    return {name: _with_root(portal, roots) for name, portal in PORTALS.items()}


def old_roots(roots: Mapping[str, str] = NO_ROOTS) -> list[str]:
    """The beginnings of old addresses by these settings; raises WrongSettings."""
    portals = configured_portals((), DEFAULT, roots).values()
    return [one.deployment_root for one in portals if one.deployment_root]


def _with_root(portal: Portal, roots: Mapping[str, str]) -> Portal:
    if portal.name not in roots:
        return portal
    root = roots[portal.name].strip("/")
    if root and (not _ROOT.fullmatch(root) or root.split("/")[0] in (*RESOURCES, "portals")):
        raise WrongSettings(f"PORTAL_ROOT_{portal.name.upper()}: {root!r} cannot be the beginning of addresses.")
    return replace(portal, deployment_root=root or None)


@dataclass(frozen=True)
class PortalPath:
    """What a path of this API means: the portal, the path there, and the prefix that stands for the portal's
    address.
    """

    portal: Portal
    path: str
    prefix: str


def resolve_path(path: str, portals: Mapping[str, Portal], default: str = DEFAULT) -> PortalPath:
    """Read a raw path, without a slash at its end; raises UnknownName, BadInput."""
    segments = path.split("/")[1:]
    while segments and not segments[-1]:
        segments.pop()
    _refuse_hostile(segments)
    if segments[:1] == ["portals"]:
        name = segments[1] if len(segments) > 1 else ""
        if name not in portals:
            raise UnknownName(f"There is no portal {name!r}.", field="portal", allowed=list(portals))
        return _below(portals[name], segments, 2)
    for portal in portals.values():
        root = portal.deployment_root.split("/") if portal.deployment_root else []
        if root and segments[: len(root)] == root:
            return _below(portal, segments, len(root))
    return _below(portals[default], segments, 0)


def proxy_url(portal: Portal, base_url: str, portal_url: str, path: str) -> str:
    """Our address of a portal's path: below `portal_url`, or where that names no portal below `/portals/`."""
    named = portal_url != base_url or path.split("/")[1].partition("?")[0] in AT_ROOT
    return (portal_url if named else f"{base_url}/portals/{portal.name}") + path


def _below(portal: Portal, segments: list[str], of_ours: int) -> PortalPath:
    rest = segments[of_ours:]
    if not rest or rest[0] not in RESOURCES:
        named = rest[0] if rest else ""
        raise UnknownName(f"{portal.title} shows no {named!r} here.", field="path", allowed=sorted(RESOURCES))
    prefix = "".join(f"/{one}" for one in segments[:of_ours])
    return PortalPath(portal, "".join(f"/{one}" for one in rest), prefix)


def _refuse_hostile(segments: list[str]) -> None:
    for segment in segments:
        plain = unquote_to_bytes(segment)
        if plain in (b".", b"..") or b"\\" in plain or any(sign < 32 or sign == 127 for sign in plain):
            raise BadInput("A path must not hold '.', '..', backslashes or control characters.", field="path")
