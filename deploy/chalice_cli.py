"""What `chalice deploy` lacks for us; app.py asks for it while Chalice's command line loads it, and only then.

1. Chalice fills functions' environments from .chalice/config.json alone. Here the variables that the file lists under
   `from_environment` come from the deploying environment: above all the template's outputs.
2. A policy file has no variables. Here `${Account}`, `${Region}`, `${Stage}`, `${Bucket}`, `${Engine}`, `${Queue}` and
   `${MeasureQueue}` are filled in, so that no policy needs a wildcard resource and none is written twice for two stages
   or two kinds of engine: a serverless one knows a single action, and its data access policies (deploy/template.yaml)
   tell readers from writers.
3. The package is made by deploy/package.py: for Python 3.12 or newer, the same bytes for the same sources.
4. What the gateway answers by itself (no such route, too many requests) is part of the API's definition.
5. The function that measures morphology files has the layer that MEASURE_LAYER_ARN names (deploy/layer.py), no other
has it.

Chalice has no place to plug these in, so six of its methods are replaced; its version is pinned, tests/deploy/ deploys
with it.
"""

import json
import os
from collections.abc import Callable, Mapping
from functools import partialmethod
from pathlib import Path
from string import Template
from typing import Any, cast

from chalice.app import Chalice, CORSConfig
from chalice.config import Config
from chalice.deploy.deployer import PolicyGenerator
from chalice.deploy.packager import LambdaDeploymentPackager
from chalice.deploy.swagger import SwaggerGenerator

from chalicelib.routes import gateway_answers
from deploy.package import Packager
from deploy.settings import NotDeployable

NEEDED = (
    "OPENSEARCH_URL",
    "OPENSEARCH_SERVICE",
    "ENGINE_ARN",
    "HUB_BUCKET",
    "HARVEST_QUEUE_URL",
    "HARVEST_QUEUE_ARN",
    "MEASURE_QUEUE_ARN",
)
WITH_LAYER = "measure_files"


def prepare() -> None:
    """Make Chalice's commands of this process fill in what only a deployment knows."""
    for replaced, name, ours in (
        (Config, "environment_variables", property(_environment)),
        (Config, "layers", property(_layers)),
        (PolicyGenerator, "handle_filebasediampolicy", _fill_policy),
        (LambdaDeploymentPackager, "create_deployment_package", Packager.create_deployment_package),
        (SwaggerGenerator, "generate_swagger", partialmethod(_with_gateway_answers, SwaggerGenerator.generate_swagger)),
        (LambdaDeploymentPackager, "_iter_chalice_lib_if_needed", Packager._iter_chalice_lib_if_needed),
    ):
        setattr(replaced, name, ours)


def _environment(config: Config) -> dict[str, str]:
    """The function's variables: those of the file, and those that it lists as given by the environment."""
    written = config._chain_merge("environment_variables")
    given = config._config_from_disk.get("from_environment", ())
    return {**{name: os.environ[name] for name in given if os.environ.get(name)}, **written}


def _layers(config: Config) -> list[str]:
    """The function's layers."""
    layer = os.environ.get("MEASURE_LAYER_ARN")
    return [layer] if layer and config.function_name == WITH_LAYER else []


def _fill_policy(generator: PolicyGenerator, config: Config, resource: Any) -> None:
    text = Path(resource.filename).read_text(encoding="utf-8")
    resource.document = json.loads(fill_in(text, config.chalice_stage, os.environ))


def _with_gateway_answers(generator: SwaggerGenerator, generate: Callable[..., Any], app: Chalice, *more: Any) -> Any:
    answers = gateway_answers.to_definition(cast(CORSConfig, app.api.cors))
    return {**generate(generator, app, *more), "x-amazon-apigateway-gateway-responses": answers}


def fill_in(policy: str, stage: str, environ: Mapping[str, str]) -> str:
    """The policy's text with this deployment's names in it; raises NotDeployable for a name that is missing."""
    if missing := [name for name in NEEDED if not environ.get(name)]:
        raise NotDeployable(
            f"not in the environment: {', '.join(missing)}. `make deploy STAGE={stage}` takes them from the template's"
            " outputs."
        )
    _, _, _, region, account, queue = environ["HARVEST_QUEUE_ARN"].split(":")
    measure = environ["MEASURE_QUEUE_ARN"].rpartition(":")[2]
    names = {"Region": region, "Account": account, "Stage": stage, "Queue": queue, "Bucket": environ["HUB_BUCKET"]}
    filled = Template(policy).substitute(names, MeasureQueue=measure, Engine=environ["ENGINE_ARN"])
    return _for_serverless(filled, environ["ENGINE_ARN"]) if environ["OPENSEARCH_SERVICE"] == "aoss" else filled


def _for_serverless(policy: str, collection: str) -> str:
    """The policy with the one action that a collection knows in place of a domain's."""
    document = json.loads(policy)
    for statement in document["Statement"]:
        if all(action.startswith("es:") for action in statement["Action"]):
            statement.update(Action=["aoss:APIAccessAll"], Resource=collection)
    return json.dumps(document)
