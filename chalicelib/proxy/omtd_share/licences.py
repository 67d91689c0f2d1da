"""The licences that OMTD-SHARE names, by the addresses and names that portals give them.

Sources  the licence values of OMTD-SHARE 3.0.2; the licensors' own pages for addresses and names; lists that give a
         licence an address by its identifier: spdx.org/licenses, opensource.org/license(s),
         opendefinition.org/licenses, and the EU's publications.europa.eu/resource/authority/licence (CC_BY_4_0, ODC_BL,
         ...), whose pages are op.europa.eu/...?uri=<address>
Quirks   portals write http for https or no scheme, with or without www., /legalcode, /deed.fr, .html, a slash at the
         end, or a prefix (spdx:MIT); a name without a version is none of these, and neither is a licence that is
         adapted to a country's law (.../by/3.0/fr/), which is another text than the unported one
"""

import re
from csv import DictReader
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from chalicelib.proxy.omtd_share.schema import leaf
from chalicelib.proxy.omtd_share.values import web_address

OTHER = "nonStandardLicenceTerms"
_TABLE = Path(__file__).with_name("licences.csv")  # addresses without scheme, `www.` and what `_short` cuts
_LISTS = re.compile(
    r"(?:spdx\.org/licenses|opensource\.org/licenses?|opendefinition\.org/licenses"
    r"|publications\.europa\.eu/resource/authority/licence)/([^/]+)"
)
_PAGE = re.compile(r"(?i)https?://(?:www\.)?op\.europa\.eu/\S*[?&]uri=([^&#\s]+)\S*")
_PREFIX = re.compile(r"(?i)^(?:spdx|spdx-license-identifier|osi|licen[cs]e) ?: ?(?=[^\s/])")
_BOTH_NAMES = re.compile(r"([^()]*[^()\s])\s*\(([^()]+)\)")  # "Attribution 4.0 International (CC BY 4.0)"
_INSIDE = re.compile(r"(?i)(?:^|[\s<(/])((?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s<>()]+)")  # an address, without its scheme
_ALIASES = {  # identifiers in these lists, as `_letters` writes them
    "CC0-1.0": "cc0 cczero",
    # opendefinition.org and the EU mean the version of their pages' titles
    "CC-BY-4.0": "ccby",
    "CC-BY-SA-4.0": "ccbysa",
    "CC-BY-NC-4.0": "ccbync",
    "CC-BY-ND-4.0": "ccbynd",
    "CC-BY-NC-ND-4.0": "ccbyncnd",
    "CC-BY-NC-SA-4.0": "ccbyncsa",
    "PDDL": "pddl10 odcpddl odcpddl10",
    "ODC-BY-1.0": "odcby odcby10",
    "ODbL-1.0": "odbl odcodbl odcbl odcodbl10",
    "GFDL-1.3": "gfdl gfdl13only gfdl13orlater gfdl13noinvariantsonly gfdl13noinvariantsorlater gnufdl13",
    "GPL-3.0": "gpl30only gpl30orlater gpl3 gplv3 gplversion3 gnugpl30",
    "LGPL-3.0": "lgpl30only lgpl30orlater lgpl3 lgplv3 lgplversion3 gnulgpl30",
    "AGPL-1.0": "agpl10only agpl10orlater",
    "Apache-2.0": "apache2 apache20license",
    "MIT": "mitlicense expat mitlic",
    "BSD-2-Clause": "bsd2 bsdlicense2clause",
    "BSD-3-Clause": "bsd3 bsdlicense bsdnew 3clausebsd",
    "EPL-1.0": "epl1",
}
_CREATIVE = {"by": "Attribution", "nc": "Non Commercial", "nd": "No Derivatives", "sa": "Share Alike"}
_LICENCE = leaf("licence")
_LONGEST = 400  # characters of a name; patterns are not tried on anything longer


def licence_of(text: str) -> dict[str, str]:
    """What a `licenceInfo` holds for a licence that is given by address or name."""
    plain = text.strip()
    given = web_address(plain)
    if given and (known := _of_address(given)):
        return {"licence": known}
    if given:
        return {"licence": OTHER, "nonStandardLicenceTermsURL": given}
    known = _of_name(plain) if len(plain) <= _LONGEST else None
    return {"licence": known} if known else {"licence": OTHER, "nonStandardLicenceName": plain}


def _of_name(name: str) -> str | None:
    """By a name, an identifier, an address in the text; or by any of these in parentheses after another."""
    inside = _INSIDE.search(name)
    if inside and (known := _of_address(f"https://{inside[1]}")):
        return known
    letters = _letters(_PREFIX.sub("", name))
    known = _by_name().get(letters) or (_by_identifier().get(letters) if re.search(r"\d", name) else None)
    both = None if known else _BOTH_NAMES.fullmatch(name)
    return known or (next((found for one in both.groups() if (found := _of_name(one))), None) if both else None)


def _of_address(address: str) -> str | None:
    """By an address, also one of a page of the EU's list about it."""
    page = _PAGE.fullmatch(address)
    short = _short(unquote(page[1]) if page else address)
    return _by_address().get(short) or _by_list(short)


@cache
def _by_address() -> dict[str, str]:
    found = {address: one["licence"] for one in _licences() for address in one["addresses"].split()}
    for licence, terms, version in _creative():
        found[f"creativecommons.org/licenses/{terms}/{version}"] = licence
        found[f"purl.org/net/rdflicense/cc-{terms}{version}"] = licence
    return found


def _by_list(address: str) -> str | None:
    """The licence at an address that ends in its identifier in some list."""
    listed = _LISTS.fullmatch(address)
    return _by_identifier().get(_letters(listed[1])) if listed else None


@cache
def _by_identifier() -> dict[str, str]:
    values = _LICENCE.values if _LICENCE else frozenset()
    aliases = {alias: licence for licence, known in _ALIASES.items() for alias in known.split()}
    return {**{_letters(one): one for one in values if re.search(r"\d|^MIT$|^PDDL$", one)}, **aliases}


@cache
def _by_name() -> dict[str, str]:
    found = {
        _letters(name): one["licence"] for one in _licences() for name in (one["licence"], *one["names"].split("|"))
    }
    for licence, terms, version in _creative():
        words = " ".join(_CREATIVE[one] for one in terms.split("-"))
        ported = [" Unported", ""] if version == "3.0" else [" International", ""]
        names = [licence, *(f"Creative Commons {words} {version}{more}" for more in ported)]
        found |= {_letters(name): licence for name in names}
    return found


def _licences() -> list[dict[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        return list(DictReader(lines))


def _creative() -> list[tuple[str, str, str]]:
    values = sorted(_LICENCE.values) if _LICENCE else []
    parts = [(one, re.fullmatch(r"CC-(BY[A-Z-]*)-(\d\.\d)", one)) for one in values]
    return [(one, found.group(1).lower(), found.group(2)) for one, found in parts if found]


def _short(address: str) -> str:
    """An address without what does not tell licences apart."""
    text = re.sub(r"^\w+://(www\.)?", "", address.lower()).partition("#")[0].partition("?")[0].rstrip("/")
    text = re.sub(r"/(legalcode|deed)(\.[a-z_-]+)?$", "", text)
    text = re.sub(r"(\.[a-z]{2})?\.(html?|txt|php|json|jsonld|rdf|ttl)$|\.en$", "", text)
    return re.sub(r"(opendatacommons\.org/licenses/\w+/1)-0", r"\1.0", text)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())
