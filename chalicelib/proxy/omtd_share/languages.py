"""Language codes as OMTD-SHARE takes them: ISO 639-1 where a language has one, else ISO 639-3.

Sources  iso639-lang (names and codes); the value list of the schema, which has an older state of ISO 639-3
Quirks   portals say http://lexvo.org/id/iso639-3/eng, .../iso639-1/en, but .../iso639-1/deu, .../iso639-3/en and .../pt-br too,
         or only a code or an English name
"""

import re
from functools import cache

from iso639 import Lang, iter_langs
from iso639.exceptions import DeprecatedLanguageValue, InvalidLanguageValue

_LEXVO = re.compile(
    r"(?i)\s*https?://(?:www\.)?lexvo\.org/(?:id|page|data)/(?:iso639-\d|term)/([a-z]{2,3})(?:[-_]\w+)*/?\s*"
)
_CODE = re.compile(r"(?i)\s*([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*\s*")
# Codes that ISO 639-3 gave out after the schema's list was made.
_NEWER = frozenset(
    "ajs aqk bpc bpe cbq cey ckm cls cnp cnq cnr csp csx cty cuy cxh dkg dmf dno dsk dsz dtn dwk dwu dwy dwz dyr ebc egm ehs emq"
    " emz esg eud fif fnb gef gie gii gjr gkd gku glb gmr gnj gov gyo gyz hkh hkn hng hnm hyw ibh ikh iks ilm ilp imt isv itd izm"
    " jbm jje jka jks jog kjv lgo lgs lqr lsb lsc lsn lsv lsw lth luh lvi lvl lws lxm mjb ncq nlm npx nql nqt nrf nsb ntd nww nxo"
    " nzd nzr oak ocm oie okc okz olu omy osn ovd pbm pgd pgz phj pnd pze pzh rib rnb rrm rsk rsm rsn rsw rts rwl rzh sct sdq sjc"
    " sqx suo syx szs szy tdm tez tjj tjp tok tvi tvx txj tyy ugh uki ukk ukv uly uni uon uss uth vjk vkn vkz vsn wbs wdt wkr wlh"
    " wmg wsg wtb wyn xak xdo xdq xhm xnj xnm xnq xpb xpd xpf xph xpl xpv xpw xpx xpz ycr yhs ykh ynb yro ysm zba zbu zcd zem zla"
    " zlu".split()
)


def language_code(text: str) -> str | None:
    """The code of a language that is given by an address of lexvo.org, a code or an English name; None for an unknown one."""
    known = _LEXVO.fullmatch(text) or _CODE.fullmatch(text)
    code = _by_code(known.group(1).lower()) if known else None
    return code or _by_name().get(text.strip().casefold())


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


def _other_names(language: Lang) -> list[str]:
    """Second names; of a well-known language its plain name too: "Greek" for "Modern Greek (1453-)"."""
    plain = re.sub(r"^Modern | \(.*\)", "", language.name)
    return [*language.other_names(), *([plain] if language.pt1 else [])]
