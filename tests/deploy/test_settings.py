"""What the outside may set for a deployment, and what of it reaches Chalice."""

import json
import os
import subprocess
import sys

import pytest

from deploy.settings import CHECKOUT, OUTPUTS, NotDeployable, from_environment
from tests.deploy.test_template import ENVIRONMENT

READ = {output: f"read {output}" for output in OUTPUTS.values()}
SHOW = """
import json
from chalice.cli.factory import CLIFactory
import os
config = CLIFactory('.', environ=os.environ).create_config_obj('dev')
config.chalice_app
print(json.dumps(config.scope('dev', 'take_step').environment_variables))
"""


@pytest.mark.parametrize(
    ("name", "value"),
    [("STAGE", "production"), ("DEPLOY_WAIT", "long"), ("ENGINE", "cluster"), ("ENGINE_NODES", "5")],
)
def test_what_cannot_be_used_is_named(name, value):
    with pytest.raises(NotDeployable, match=name):
        from_environment({name: value})


def test_outputs_feed_chalice_unless_something_is_given_by_hand():
    fed = from_environment({"OPENSEARCH_URL": "http://mine", "HUB_BUCKET": ""}).fed(READ)
    assert fed["OPENSEARCH_URL"] == "http://mine"
    assert fed["HUB_BUCKET"] == "read HubBucket"


def test_an_engine_that_is_not_named_stays_what_it_is():
    assert from_environment({}).engine == {}
    assert from_environment({"ENGINE": "serverless"}).engine == {"EngineKind": "serverless"}
    assert from_environment({"ENGINE_NODES": "6"}).engine == {"EngineNodes": "6"}
    with pytest.raises(NotDeployable, match="no nodes"):
        from_environment({"ENGINE": "serverless", "ENGINE_NODES": "2"})


def test_only_dev_is_destroyed_without_being_named_twice():
    from_environment({"STAGE": "dev"}).require_confirmed()
    from_environment({"STAGE": "prod", "CONFIRM": "prod"}).require_confirmed()
    with pytest.raises(NotDeployable, match="CONFIRM=prod"):
        from_environment({"STAGE": "prod", "CONFIRM": "dev"}).require_confirmed()


def test_chalice_takes_from_the_environment_what_its_file_lists_and_nothing_else():
    """Chalice's own command line, in a process of its own, as `chalice deploy --stage dev` reads its configuration."""
    given = {**ENVIRONMENT, "HUB_CORS_ORIGIN": "https://elsewhere.example", "AWS_ENDPOINT_URL": "http://mine"}
    environment = {"PATH": os.environ["PATH"], "AWS_CHALICE_CLI_MODE": "true", "HUB_LINK_SECONDS": "60", **given}
    done = subprocess.run([sys.executable, "-c", SHOW], cwd=CHECKOUT, env=environment, capture_output=True, check=True)
    variables = json.loads(done.stdout)
    assert (ENVIRONMENT.items() - {"ENGINE_ARN": ENVIRONMENT["ENGINE_ARN"]}.items()) <= variables.items()
    assert variables["HUB_LINK_SECONDS"] == "60"
    assert variables["HUB_CORS_ORIGIN"] == "*", "the file's word wins"
    assert not {"PATH", "ENGINE_ARN", "AWS_ENDPOINT_URL", "AWS_CHALICE_CLI_MODE"} & set(variables)
