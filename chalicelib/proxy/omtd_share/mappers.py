"""Which mapper reads which kind of portal; of any other kind NCBO's does."""

from chalicelib.proxy.omtd_share.lirmm import Lirmm
from chalicelib.proxy.omtd_share.mapper import Mapper
from chalicelib.proxy.omtd_share.ncbo import Ncbo

FALL_BACK: Mapper = Ncbo()
MAPPERS: dict[str, Mapper] = {
    "ncbo": FALL_BACK,
    "agroportal": Lirmm(),
    "sifr": Lirmm(),
    "biblioportal": Lirmm(),
}


def mapper_of(kind: str) -> Mapper:
    return MAPPERS.get(kind, FALL_BACK)
