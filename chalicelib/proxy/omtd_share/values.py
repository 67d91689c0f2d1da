"""Texts of a submission as the values that a document takes: addresses, e-mail addresses, dates, lists, identifiers."""

import json
import re
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from unicodedata import combining, normalize
from urllib.parse import quote, unquote, urlsplit

from chalicelib.proxy.credentials import without_keys
from chalicelib.proxy.omtd_share.schema import leaf

_EMAIL = leaf("email")
_LONGEST = 2000  # characters of an address or a citation; patterns are not tried on anything longer
_BEGINNING = r"[A-Za-z][A-Za-z0-9+.-]{1,15}://"
_ESCAPED = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+")
_DOI = re.compile(r"(?i)(?:^|doi\.org/|doi[:\s]\s*|[\s(])(10\.\d{4,9}/[^\s\"<>]+)")
_DOI_AT_END = re.compile(r"(?i)(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)10\.\d{4,9}/[^\s\"<>]+$")
# An address that is an identifier of another scheme: what it begins with, the scheme, what the identifier must be
_HOSTS = (
    (re.compile(r"(?i)https?://(?:www\.|hdl\.)?handle\.net/(\S+)"), "Handle"),
    (re.compile(r"(?i)https?://(?:www\.)?(?:ncbi\.nlm\.nih\.gov/pubmed|pubmed\.ncbi\.nlm\.nih\.gov)/(\d+)/?"), "PMID"),
    (re.compile(r"(?i)(?:pmid:?\s*)(\d{4,9})"), "PMID"),
    (
        re.compile(r"(?i)https?://(?:www\.)?(?:ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov)/articles/(PMC\d+)/?"),
        "PMCID",
    ),
    (re.compile(r"(?i)https?://arxiv\.org/(?:abs|pdf)/(\S+?)(?:\.pdf)?"), "arXiv"),
    (re.compile(r"(?i)(?:https?://\S+?/)?(ark:/?\S+)"), "ARK"),
    (re.compile(r"(?i)(https?://(?:www\.)?(?:purl\.[a-z.]+|w3id\.org)/\S*)"), "PURL"),
    (re.compile(r"(?i)(urn:lsid:\S+)"), "LSID"),
    (re.compile(r"(?i)(urn:\S+)"), "URN"),
)

# "Not available" is one of the first words, and none beside the first and the second. Without accents.
_NOTHING = frozenset(
    "not no none na nil null non unknown unspecified undefined undetermined unavailable unassigned unpublished"
    " missing empty tbd tba tbc todo pending forthcoming soon yet absent x xx xxx xxxx"
    " aucun aucune inconnu indisponible nondisponible kein keine nicht unbekannt ninguno desconocido"
    " noidentifier noid nodoi nouri nourl".split()
)
_BESIDE = frozenset(
    "available applicable known specified provided assigned defined determined given found announced added decided"
    " registered published issued stated supplied completed confirmed"
    " n a to be at in of the for this is it has been will moment time present currently now still coming"
    " disponible renseigne connu encore verfugbar bekannt vorhanden angegeben"
    " doi pid uri url iri id identifier purl handle orcid isbn pmid licence license information data value".split()
)
_SAME = (  # and what else says so, by a word that does
    (re.compile(r"^(?:https?://)?(?:www\.)?(?:(?:dx\.)?doi\.org/|hdl\.handle\.net/|orcid\.org/)?"), ""),
    (re.compile(r"\bn\W{0,3}a\b"), "na"),
    (re.compile(r"\b(?:to|will) be\b|\ba venir\b|\bin (?:preparation|progress|review)\b"), "tba"),
    (re.compile(r"\b10\.x+/x+\b"), "xxx"),
)
_LONGEST_PLACEHOLDER = 80


def address(text: str | None) -> str | None:
    """The text as an address, without a key in it and with what needs it percent-encoded; None for what is none."""
    plain = without_keys((text or "").strip(), ())
    if len(plain) > _LONGEST or not _SCHEME.fullmatch(plain):
        return None
    try:
        parts = urlsplit(plain)
        known = parts.port is None or parts.port >= 0
    except ValueError:
        return None
    if not known or not parts.netloc.isascii() or re.search(r"[^\w.:@~!$&'()*+,;=%-]", parts.netloc):
        return None
    return (
        quote(_ESCAPED.sub("%25", plain), safe="!$&'()*+,;=:@/?#%~-._", errors="replace") if _one_hash(plain) else None
    )


def clean(raw: Any, secrets: Collection[str]) -> Any:
    """A portal's answer without keys in any text of it."""
    return json.loads(without_keys(json.dumps(raw), secrets))


def web_address(text: str | None) -> str | None:
    """An address that a browser opens; people write some without `http://`."""
    given = (text or "").strip()
    found = address(f"http://{given}" if given.lower().startswith("www.") else given)
    return found if found and re.match(r"(?:https?|ftp)://[^/]", found) else None


def email(text: str | None) -> str | None:
    plain = (text or "").strip().removeprefix("mailto:")
    return plain if _EMAIL and _EMAIL.allows(plain) and plain.isprintable() else None


def day(text: str | None) -> str | None:
    """The date at the start of a date and time: YYYY-MM-DD; None for one that is in no calendar."""
    try:
        return date.fromisoformat((text or "").strip()[:10]).isoformat()
    except ValueError:
        return None


def split_lists(texts: Iterable[str]) -> list[str]:
    """All entries of lists that are written as one text: separated by commas, else by semicolons; addresses may hold
    both.
    """
    entries = (entry for text in texts for entry in _entries(text))
    return list(dict.fromkeys(entry.strip() for entry in entries if entry.strip()))


def identify(text: str) -> tuple[str, str] | None:
    """Scheme and identifier that a text is or names; None for a text without any."""
    if len(text) > _LONGEST:
        return None
    if doi := _DOI.search(unquote(text.strip())):
        return "DOI", doi.group(1).rstrip(".,;)")
    for pattern, scheme in _HOSTS:
        if found := pattern.fullmatch(text.strip()):
            return scheme, found.group(1)
    found_address = web_address(text)
    return ("URL", found_address) if found_address else None


def is_placeholder(text: str) -> bool:
    """Whether people wrote that there is nothing to write: "not available", "doi: pending", "N/A (not applicable)",
    "-".
    """
    if len(text) > _LONGEST_PLACEHOLDER:
        return False
    plain = "".join(one for one in normalize("NFKD", text.strip().lower()) if not combining(one)).replace("_", " ")
    for pattern, word in _SAME:
        plain = pattern.sub(word, plain)
    words = set(re.findall(r"\w+", plain))
    return not words or (not words.isdisjoint(_NOTHING) and words <= _NOTHING | _BESIDE)


def without_identifier(text: str) -> str:
    """A citation without the DOI at its end, which stands elsewhere; the DOI alone stays as it is."""
    return _DOI_AT_END.sub("", text).rstrip(" ,;(\t\r\n") or text


def last_part(text: str) -> str:
    """What an address ends in, for people to read."""
    return unquote(re.split(r"[/#]", text.rstrip("/#"))[-1]) or text


def _entries(text: str) -> list[str]:
    """Patterns of bounded length only: a text may be a megabyte of anything."""
    if "://" in text:
        return re.split(rf"[,;] |[ ,;](?={_BEGINNING})", " ".join(text.split()))
    return re.split(r"[,\n]" if "," in text else r"[;\n]", text)


def _one_hash(text: str) -> bool:
    return text.count("#") <= 1
