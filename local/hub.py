"""The hub's parts for a command: on the stack of HUB_HOME, running or not, or on the engine that OPENSEARCH_URL
names.
"""

import contextlib
import os
from collections.abc import Iterator

from chalicelib.config import from_environment as configured
from chalicelib.wiring import Services
from local.harvests import prepare
from local.settings import from_environment
from local.stack import running


@contextlib.contextmanager
def open_hub() -> Iterator[Services]:
    """Ready to be used while this lasts; raises LocalStackError."""
    with running(from_environment()) as stack:
        os.environ.update(stack.environment)
        services = Services(configured(stack.environment))
        prepare(services)
        yield services
