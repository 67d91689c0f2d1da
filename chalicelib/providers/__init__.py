"""The registry: a new provider is one module, one settings file and one line here."""

from chalicelib.providers.base import Provider
from chalicelib.providers.hippocampome import Hippocampome
from chalicelib.providers.internal import Internal
from chalicelib.providers.model_db import ModelDB
from chalicelib.providers.neuromorpho import NeuroMorpho

PROVIDERS: dict[str, type[Provider]] = {
    "neuromorpho": NeuroMorpho,
    "hippocampome": Hippocampome,
    "model_db": ModelDB,
    "internal": Internal,
}
