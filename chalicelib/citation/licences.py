"""The address of a licence, where a source states one; else the address of the page that states its terms.

SPDX   https://spdx.org/licenses/ (identifiers such as CC-BY-4.0)
"""

import re

from chalicelib.json_types import Json

_CREATIVE_COMMONS = re.compile(r"CC[- ](BY(?:-NC)?(?:-SA|-ND)?)[- ](\d\.\d)", re.IGNORECASE)
_CC0 = re.compile(r"CC0(?:[- ]1\.0)?", re.IGNORECASE)
_SPDX = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9.]+)*-\d[A-Za-z0-9.-]*")
_ADDRESS = re.compile(r"https?://\S+")


def licence_address(record: Json, terms_page: str = "") -> str:
    """Where the licence of a record can be read; "" where neither a licence nor a page of terms is known."""
    facts, origin = record.get("facts") or {}, record.get("provenance") or {}
    stated = (facts.get("licence"), facts.get("license"), origin.get("licence"))
    known = (_address_of(one) for one in stated if isinstance(one, str))
    page = str(record.get("page_link") or "")
    on_page = page if "record's page" in str(origin.get("licence")) else ""
    return next(filter(None, known), "") or on_page or terms_page or page


def _address_of(licence: str) -> str:
    text = licence.strip()
    if _ADDRESS.fullmatch(text):
        return text
    if creative := _CREATIVE_COMMONS.fullmatch(text):
        return f"https://creativecommons.org/licenses/{creative[1].lower()}/{creative[2]}/"
    if _CC0.fullmatch(text):
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    return f"https://spdx.org/licenses/{text}.html" if _SPDX.fullmatch(text) else ""
