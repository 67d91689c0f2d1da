"""What the gateway answers itself, as Chalice's own command line hands it to API Gateway: LocalStack keeps none of
it.
"""

import json
import os
import subprocess
import sys

import pytest

from chalicelib.routes.gateway_answers import ANSWERS
from deploy.settings import CHECKOUT
from tests.deploy.test_template import ENVIRONMENT

SHOW = """
import json, os
from chalice.cli.factory import CLIFactory
from chalice.deploy.swagger import SwaggerGenerator
app = CLIFactory('.', environ=os.environ).create_config_obj('prod').chalice_app
deployed = {'api_handler_arn': 'arn:aws:lambda:eu-central-1:123456789012:function:hub', 'api_handler_name': 'hub'}
print(json.dumps(SwaggerGenerator('eu-central-1', deployed).generate_swagger(app)))
"""


@pytest.fixture(scope="module")
def definition():
    environment = {"PATH": os.environ["PATH"], "AWS_CHALICE_CLI_MODE": "true", **ENVIRONMENT}
    done = subprocess.run([sys.executable, "-c", SHOW], cwd=CHECKOUT, env=environment, capture_output=True, check=True)
    return json.loads(done.stdout)


def test_every_answer_of_the_gateway_is_a_problem_document_that_browsers_may_read(definition):
    answers = definition["x-amazon-apigateway-gateway-responses"]
    assert set(answers) == set(ANSWERS) >= {"DEFAULT_4XX", "DEFAULT_5XX", "THROTTLED", "REQUEST_TOO_LARGE"}
    for answer in answers.values():
        told = answer["responseParameters"].items()
        headers = {name.removeprefix("gatewayresponse.header."): value for name, value in told}
        assert headers["Content-Type"] == "'application/problem+json'"
        assert headers["Access-Control-Allow-Origin"] == "'https://www.hippocampushub.eu'", "the stage's"
        assert all(value[0] == value[-1] == "'" and "'" not in value[1:-1] for value in headers.values())
        body = answer["responseTemplates"]["application/json"].replace("$context.error.messageString", '"in its words"')
        assert {"type", "title", "detail"} <= set(json.loads(body))
        assert json.loads(body).get("status") == (int(answer["statusCode"]) if "statusCode" in answer else None)


def test_the_rest_of_the_definition_stays(definition):
    assert {"/search/{index}", "/health"} <= set(definition["paths"])
