"""What is quick runs with all tests; what deploys needs LocalStack's environment, and runs by `make test-deploy`."""

import os

collect_ignore = [] if os.environ.get("TEST_DEPLOY") else ["deployed"]
