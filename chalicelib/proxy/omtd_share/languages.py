"""Language codes as OMTD-SHARE takes them: ISO 639-1 where a language has one, else ISO 639-3.

Sources  iso639-lang (codes, English names); langcodes (names in any language); the value list of the schema, which has
         an older state of ISO 639-3
Quirks   portals say http://lexvo.org/id/iso639-3/eng, .../iso639-1/en, but .../iso639-1/deu, .../iso639-3/en and
         .../pt-br too; addresses of the EU's authority list and of the Library of Congress; or only a code, an English
         or a native name
"""

import re
from functools import cache

from iso639 import Lang, iter_langs
from iso639.exceptions import DeprecatedLanguageValue, InvalidLanguageValue

UNDETERMINED = "und"
_CODED = r"([a-z]{2,3})(?:[-_]\w+)*/?\s*"
_ADDRESSES = tuple(  # what stands before the code
    re.compile(rf"(?i)\s*https?://(?:www\.)?{start}{_CODED}")
    for start in (
        r"lexvo\.org/(?:id|page|data)/(?:iso639-\d|term)/",
        r"publications\.europa\.eu/resource/authority/language/",
        r"op\.europa\.eu/[^?#]*\?[^#]*authority/language/",
        r"id\.loc\.gov/vocabulary/(?:iso639-[12]|languages)/",
        r"(?:data\.)?iso639-3\.sil\.org/code/",
        r"(?:www\.)?ethnologue\.com/language/",
        r"glottolog\.org/resource/languoid/iso/",
    )
)
_CODE = re.compile(r"(?i)\s*([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*\s*")
_NAMED_IN = ("en", "fr", "de", "es")  # beside their own, in which submitters name languages
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
    plain = text.strip()
    matches = (pattern.fullmatch(plain) for pattern in (*_ADDRESSES, _CODE))
    known = next((one for one in matches if one), None)
    code = _by_code(known.group(1).lower()) if known else None
    return code or _by_name().get(plain.casefold()) or _by_native_name(plain)


@cache
def is_allowed(code: str) -> bool:
    """Whether the schema's list has this code."""
    return _by_code(code) == code


@cache
def _by_code(code: str) -> str | None:
    try:
        found = Lang(code)
    except DeprecatedLanguageValue as error:
        return _by_code(error.change_to) if error.change_to else None
    except InvalidLanguageValue:
        return None
    return _code_of(found)


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
def _by_native_name(name: str) -> str | None:
    """What "Deutsch" or "中文" is; no text that may be an address or a sentence is tried."""
    if not re.fullmatch(r"[^\W\d_][^\d_/:@]{1,60}", name):
        return None
    import langcodes

    try:
        found = langcodes.find(name)
    except (LookupError, UnicodeEncodeError):  # the latter: half a surrogate
        return None
    names = {found.autonym(), *(found.display_name(language) for language in _NAMED_IN)}
    is_name = name.casefold() in {one.casefold() for one in names}  # and not only a name's beginning
    return _by_code(found.language) if is_name and found.language else None


def _other_names(language: Lang) -> list[str]:
    """Second names; of a well-known language its plain name too: "Greek" for "Modern Greek (1453-)"."""
    plain = re.sub(r"^Modern | \(.*\)", "", language.name)
    return [*language.other_names(), *([plain] if language.pt1 else [])]
