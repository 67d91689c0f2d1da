"""Generated secrets: created once, kept in the parameter store, passed to the functions by parameter name."""

from secrets import token_urlsafe
from typing import Any

KEPT = {"HUB_CURSOR_SECRET": "cursor-secret"}  # the variable, and the parameter's name below the stage's folder


def keep(client: Any, stage: str) -> dict[str, str]:
    """Make what is missing, and hand out the variables that lead to all of them."""
    for name in KEPT.values():
        try:
            client.put_parameter(
                Name=_place(stage, name), Value=token_urlsafe(32), Type="SecureString", Overwrite=False
            )
        except client.exceptions.ParameterAlreadyExists:
            continue
    return {variable: f"ssm:{_place(stage, name)}" for variable, name in KEPT.items()}


def forget(client: Any, stage: str) -> None:
    """Delete what `keep` made; what people put beside it, portals' keys, is theirs."""
    client.delete_parameters(Names=[_place(stage, name) for name in KEPT.values()])


def _place(stage: str, name: str) -> str:
    return f"/hippocampus-hub/{stage}/{name}"
