"""The licences that OMTD-SHARE names, by the addresses and names that portals give them.

Sources  the licence values of OMTD-SHARE 3.0.2; the licensors' own pages for addresses and names
Quirks   portals write http for https, with or without www., /legalcode, /deed.fr, .html, a slash at the end; a licence that is
         adapted to a country's law (.../by/3.0/fr/) is another text than the unported one, and so none of these
"""

import re
from csv import DictReader
from functools import cache
from pathlib import Path

from chalicelib.proxy.omtd_share.schema import leaf
from chalicelib.proxy.omtd_share.values import web_address

OTHER = "nonStandardLicenceTerms"
_TABLE = Path(__file__).with_name("licences.csv")  # addresses without scheme, `www.` and what `_short` cuts
_CREATIVE = {"by": "Attribution", "nc": "Non Commercial", "nd": "No Derivatives", "sa": "Share Alike"}
_LICENCE = leaf("licence")


def licence_of(text: str) -> dict[str, str]:
    """What a `licenceInfo` holds for a licence that is given by address or name."""
    by_address = web_address(text)
    if by_address:
        known = _by_address().get(_short(by_address))
        return {"licence": known} if known else {"licence": OTHER, "nonStandardLicenceTermsURL": by_address}
    known = _by_name().get(_letters(text))
    return {"licence": known} if known else {"licence": OTHER, "nonStandardLicenceName": text.strip()}


@cache
def _by_address() -> dict[str, str]:
    found = {address: one["licence"] for one in _licences() for address in one["addresses"].split()}
    for licence, terms, version in _creative():
        found[f"creativecommons.org/licenses/{terms}/{version}"] = licence
        found[f"purl.org/net/rdflicense/cc-{terms}{version}"] = licence
    for licence in set(found.values()):
        found[f"spdx.org/licenses/{licence.lower()}"] = licence
    return found


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
    text = re.sub(r"(\.[a-z]{2})?\.(html?|txt|php)$|\.en$", "", text)
    return re.sub(r"(opendatacommons\.org/licenses/\w+/1)-0", r"\1.0", text)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())
