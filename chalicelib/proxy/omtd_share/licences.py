"""The licences that OMTD-SHARE names, by the addresses and names that portals give them.

Sources  the licence values of OMTD-SHARE 3.0.2; the licensors' own pages for addresses and names
Quirks   portals write http for https, with or without www., /legalcode, /deed.fr, .html, a slash at the end; a licence that is
         adapted to a country's law (.../by/3.0/fr/) is another text than the unported one, and so none of these
"""

import re
from functools import cache
from typing import NamedTuple

from chalicelib.proxy.omtd_share.schema import leaf
from chalicelib.proxy.omtd_share.values import web_address

OTHER = "nonStandardLicenceTerms"
_GNU = "gnu.org/licenses/"
_OPEN = "opensource.org/licenses/"


class _Known(NamedTuple):
    licence: str
    addresses: tuple[str, ...]  # without scheme, `www.` and what is cut below
    names: tuple[str, ...]


_KNOWN = (
    _Known("CC0-1.0", ("creativecommons.org/publicdomain/zero/1.0",), ("CC0", "Creative Commons Zero", "Creative Commons Zero 1.0 Universal")),
    _Known(
        "PDDL",
        ("opendatacommons.org/licenses/pddl", "opendatacommons.org/licenses/pddl/1.0", "opendatacommons.org/licenses/pddl/1-0"),
        ("Open Data Commons Public Domain Dedication and License", "PDDL 1.0"),
    ),
    _Known("ODC-BY-1.0", ("opendatacommons.org/licenses/by/1.0", "opendatacommons.org/licenses/by"), ("Open Data Commons Attribution License v1.0",)),
    _Known("ODbL-1.0", ("opendatacommons.org/licenses/odbl/1.0", "opendatacommons.org/licenses/odbl"), ("Open Data Commons Open Database License v1.0",)),
    _Known("AGPL-1.0", ("affero.org/oagpl",), ("Affero General Public License v1.0",)),
    _Known("Apache-2.0", ("apache.org/licenses/license-2.0", _OPEN + "apache-2.0"), ("Apache License v2.0", "Apache License 2.0", "Apache License, Version 2.0")),
    _Known("BSD-4-Clause", ("directory.fsf.org/wiki/license:bsd_4clause",), ("BSD 4-Clause (Original or Old) License",)),
    _Known("BSD-3-Clause", (_OPEN + "bsd-3-clause",), ("BSD 3-Clause License (New or Revised)", "BSD 3-Clause License")),
    _Known("BSD-2-Clause", (_OPEN + "bsd-2-clause",), ("BSD-2-Clause (Simplified) License", "BSD 2-Clause License")),
    _Known("GFDL-1.3", (_GNU + "fdl-1.3", _GNU + "fdl"), ("GNU Free Documentation License v1.3",)),
    _Known("GPL-3.0", (_GNU + "gpl-3.0", _GNU + "gpl", _OPEN + "gpl-3.0"), ("GNU General Public License v3.0", "GPLv3")),
    _Known("LGPL-3.0", (_GNU + "lgpl-3.0", _GNU + "lgpl", _OPEN + "lgpl-3.0"), ("GNU Lesser General Public License v3.0", "LGPLv3")),
    _Known("MIT", (_OPEN + "mit",), ("MIT License",)),
    _Known("Princeton-WordNet", ("wordnet.princeton.edu/wordnet/license", "wordnet.princeton.edu/license-and-commercial-use"), ("WordNet v3.0 (Princeton WordNet) License",)),
    _Known("EPL-1.0", ("eclipse.org/legal/epl-v10", _OPEN + "epl-1.0"), ("Eclipse Public License v1.0", "Eclipse Public License 1.0")),
    _Known("NLM", ("nlm.nih.gov/databases/license/license.pdf",), ("U.S. National Library of Medicine (NLM) License Agreement for NLM Data",)),
    _Known("f-DPPL-3.0", ("hbz-nrw.de/produkte/open-access/lizenzen/dppl/fdppl/f-dppl_v3_en_11-2008",), ("Free Digital Peer Publishing Licence (v3 en)",)),
    _Known("M-DPPL-3.0", ("hbz-nrw.de/produkte/open-access/lizenzen/dppl/mdppl/m-dppl_v3_en_11-2008",), ("Modular Digital Peer Publishing Licence (v3 en)",)),
)  # fmt: skip
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
    found = {address: one.licence for one in _KNOWN for address in one.addresses}
    for licence, terms, version in _creative():
        found[f"creativecommons.org/licenses/{terms}/{version}"] = licence
        found[f"purl.org/net/rdflicense/cc-{terms}{version}"] = licence
    for licence in set(found.values()):
        found[f"spdx.org/licenses/{licence.lower()}"] = licence
    return found


@cache
def _by_name() -> dict[str, str]:
    found = {_letters(name): one.licence for one in _KNOWN for name in (one.licence, *one.names)}
    for licence, terms, version in _creative():
        words = " ".join(_CREATIVE[one] for one in terms.split("-"))
        ported = [" Unported", ""] if version == "3.0" else [" International", ""]
        names = [licence, *(f"Creative Commons {words} {version}{more}" for more in ported)]
        found |= {_letters(name): licence for name in names}
    return found


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
