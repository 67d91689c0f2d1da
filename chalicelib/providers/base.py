"""What a provider is: one outside system with its settings, and what lies at a cursor."""

import json
from pathlib import Path
from typing import Any, ClassVar, Literal, Protocol

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from chalicelib.errors import WrongSettings
from chalicelib.http.client import Source
from chalicelib.http.terms import Terms
from chalicelib.json_types import Json
from chalicelib.providers.page import Page

SETTINGS = Path(__file__).parent / "settings"


class PublishingRules(BaseModel):
    """When a harvest may replace what is served, and how long what it replaces is kept (docs/harvest.md)."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    most_lost: float = Field(0.1, ge=0, le=1)  # share of the served records that a run may have less
    filled_before: float = Field(0.95, ge=0, le=1)  # a field filled in at least this share of the records ...
    filled_now: float = Field(0.5, ge=0, le=1)  # ... must not be in less than this one; the same for its kind of value
    most_changed: float = Field(0.05, ge=0, le=1)  # share of the records whose name, species, cell type or file changed
    most_reassigned: float = Field(0.01, ge=0, le=1)  # share of the identifiers that another record had before
    most_mixed: float = Field(0.2, ge=0, le=1)  # share of the records that took over another one's value of a field
    most_same: float = Field(0.3, ge=0, le=1)  # by how much the share of one value in a field may grow
    baseline: int = Field(5, ge=1)  # published runs that a run may resemble, the served one among them
    kept: int = Field(2, ge=2)  # published indices: the one served and those before it
    kept_minutes: float = Field(15, ge=0)  # an index that was served is not deleted sooner: readers may still use it


class Settings(BaseModel):
    """A provider's settings file; every provider derives its own. Unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    tls_security_level: Literal[1, 2] | None = (
        None  # 1 accepts the small DH keys of old servers; never skips verification
    )
    publishing: PublishingRules = PublishingRules()


class Provider(Protocol):
    """One outside system. It knows neither clock nor engine: it answers what lies at a cursor."""

    name: ClassVar[str]
    index: ClassVar[Literal["dataset", "model"]]
    terms: ClassVar[Terms]
    settings_model: ClassVar[type[Settings]]

    def __init__(self, settings: Any) -> None: ...

    def page(self, source: Source, cursor: Json | None) -> Page:
        """Map what lies at `cursor` (None: the start); the last page has `next` None. Raises SourceError."""


def load(provider: type[Provider], file: Path) -> Provider:
    """Build a provider from its settings file; raises WrongSettings naming file and key."""
    return provider(settings_of(provider, file))


def settings_of(provider: type[Provider], file: Path) -> Settings:
    """Read and check a provider's settings file; raises WrongSettings naming file and key."""
    try:
        return provider.settings_model.model_validate(json.loads(file.read_text(encoding="utf-8")))
    except OSError as error:
        raise WrongSettings(f"{file.name}: cannot be read: {error.strerror}") from error
    except json.JSONDecodeError as error:
        raise WrongSettings(f"{file.name}: not JSON, line {error.lineno}: {error.msg}") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise WrongSettings(f"{file.name}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error


def settings_file(provider: str, variant: str | None) -> Path:
    """The file of a provider's settings, or of a variant of them; raises WrongSettings where there is none."""
    file = SETTINGS / (f"{provider}.{variant}.json" if variant else f"{provider}.json")
    if not file.is_file():
        raise WrongSettings(f"{provider.upper()}_SETTINGS: there is no settings file {file.name}.")
    return file
