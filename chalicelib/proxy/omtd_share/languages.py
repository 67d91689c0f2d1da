"""Language codes as OMTD-SHARE takes them: ISO 639-1 where a language has one, else ISO 639-3.

Sources  iso639-lang (codes, English names); langcodes (names in any language, withdrawn codes); the value list of the
         schema, which has an older state of ISO 639-3
Quirks   portals say http://lexvo.org/id/iso639-3/eng, .../iso639-1/en, but .../iso639-1/deu, .../iso639-3/en and
         .../pt-br too; addresses of the EU's authority list and of the Library of Congress; or only a code, an English
         or a native name, with a country or a script in parentheses
"""

import re
from functools import cache
from urllib.parse import unquote

from iso639 import Lang, iter_langs
from iso639.exceptions import DeprecatedLanguageValue, InvalidLanguageValue

UNDETERMINED = "und"
_LONGEST = 400  # characters of an address; patterns are not tried on anything longer
_CODED = r"([a-z]{2,3})(?:[-_]\w+)*(?:\.(?:html?|json|jsonld|rdf|ttl|nt))?/?(?:#\w*)?"
_ADDRESSES = tuple(  # what stands before the code
    re.compile(rf"(?i)(?:https?://)?(?:www\.)?{start}{_CODED}")
    for start in (
        r"lexvo\.org/(?:id|page|data)/(?:iso639-\d|term)/",
        r"publications\.europa\.eu/resource/authority/language/",
        r"op\.europa\.eu/[^?#]*\?[^#]*authority/language/",
        r"id\.loc\.gov/vocabulary/(?:iso639-[12]|languages)/",
        r"(?:data\.)?iso639-3\.sil\.org/code/",
        r"ethnologue\.com/language/",
        r"glottolog\.org/resource/languoid/iso/",
    )
)
_CODE = re.compile(r"[a-z]{2,3}|[A-Z]{2,3}|[A-Z][a-z]")  # "Mon" is a name, "mon" and "MON" are a code
_TAG = re.compile(r"(?i)([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*")
_MORE = re.compile(r"(?i)\s*(?:\([^()]*\)|\[[^\[\]]*\]|\slanguage)$")  # "Portuguese (Brazil)", "Hindi language"
_NOT_LISTED = {"castellano": "es"}  # names that neither library has
# Codes that ISO 639-3 gave out after the schema's list was made.
_NEWER = frozenset(
    "ajs aqk bpc bpe cbq cey ckm cls cnp cnq cnr csp csx cty cuy cxh dkg dmf dno dsk dsz dtn dwk dwu dwy dwz dyr ebc"
    " egm ehs emq"
    " emz esg eud fif fnb gef gie gii gjr gkd gku glb gmr gnj gov gyo gyz hkh hkn hng hnm hyw ibh ikh iks ilm ilp imt"
    " isv itd izm"
    " jbm jje jka jks jog kjv lgo lgs lqr lsb lsc lsn lsv lsw lth luh lvi lvl lws lxm mjb ncq nlm npx nql nqt nrf nsb"
    " ntd nww nxo"
    " nzd nzr oak ocm oie okc okz olu omy osn ovd pbm pgd pgz phj pnd pze pzh rib rnb rrm rsk rsm rsn rsw rts rwl rzh"
    " sct sdq sjc"
    " sqx suo syx szs szy tdm tez tjj tjp tok tvi tvx txj tyy ugh uki ukk ukv uly uni uon uss uth vjk vkn vkz vsn wbs"
    " wdt wkr wlh"
    " wmg wsg wtb wyn xak xdo xdq xhm xnj xnm xnq xpb xpd xpf xph xpl xpv xpw xpx xpz ycr yhs ykh ynb yro ysm zba zbu"
    " zcd zem zla zlu".split()
)


def language_code(text: str) -> str | None:
    """The code of a language that is given by an address, a code, or a name in any language; None for an unknown
    one.
    """
    plain = unquote(text[: _LONGEST + 1]).strip()
    if len(plain) > _LONGEST:
        return None
    address = next((found for one in _ADDRESSES if (found := one.fullmatch(plain))), None)
    if address:
        return _by_code(address.group(1).lower())
    known = _by_code(plain.lower()) if _CODE.fullmatch(plain) else None
    known = known or _by_any_name(plain)
    if known is None and (tag := _TAG.fullmatch(plain)):  # after the names: Ho-Chunk is no Ho
        known = _by_code(tag.group(1).lower())
    shorter = _MORE.sub("", plain)
    return known or (language_code(shorter) if shorter != plain else None)


@cache
def is_allowed(code: str) -> bool:
    """Whether the schema's list has this code."""
    return _by_code(code) == code


@cache
def _by_code(code: str) -> str | None:
    try:
        found = Lang(code)
    except DeprecatedLanguageValue as error:
        successor = error.change_to or _successor(code)
        return _by_code(successor) if successor else None
    except InvalidLanguageValue:
        return None
    return _code_of(found)


def _successor(code: str) -> str | None:
    """The code in place of a withdrawn one (mo: ro); None where it was split up, or became a language in one script."""
    import langcodes

    found = langcodes.standardize_tag(code)
    return found if found != code and found.isalpha() else None


def _code_of(language: Lang) -> str | None:
    code = language.pt1 or language.pt3
    return code if code and code not in _NEWER else None


@cache
def _by_name() -> dict[str, str]:
    """Codes by English name; a language's own name goes before another's second one."""
    found: dict[str, str] = {}
    for language in iter_langs():
        if code := _code_of(language):
            found[language.name.casefold()] = code
    for language in iter_langs():
        if code := _code_of(language):
            for name in _other_names(language):
                found.setdefault(name.casefold(), code)
    return found


@cache
def _by_any_name(name: str) -> str | None:
    """What "French", "Deutsch" or "中文" is; no text that may be an address or a sentence is looked up."""
    plain = name.casefold()
    if known := _by_name().get(plain) or _NOT_LISTED.get(plain):
        return known
    if not re.fullmatch(r"[^\W\d_][^\d_/:@]{1,60}", name) or _is_half(name):
        return None
    return next((code for tongue in ("en", "und") if (code := _listed_name(name, tongue))), None)


def _listed_name(name: str, tongue: str) -> str | None:
    """The language of this name in a tongue ("und": any); names that only begin with one are none."""
    import langcodes
    from language_data.names import load_trie, normalize_name
    from language_data.util import data_filename

    if normalize_name(name) not in load_trie(data_filename(f"trie/{tongue}/name_to_language.marisa")):
        return None
    return _by_code(langcodes.find(name, None if tongue == "und" else tongue).language or "")


def _is_half(text: str) -> bool:
    """Whether there is half a surrogate in a text, which the library cannot look up."""
    return any("\ud800" <= sign <= "\udfff" for sign in text)


def _other_names(language: Lang) -> list[str]:
    """Second names; of a well-known language its plain name too: "Greek" for "Modern Greek (1453-)"."""
    plain = re.sub(r"^Modern | \(.*\)", "", language.name)
    return [*language.other_names(), *([plain] if language.pt1 else [])]
