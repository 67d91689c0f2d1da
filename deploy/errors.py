"""What can go wrong while deploying, each with one sentence for who deploys; Chalice's command line prints it without a
traceback.
"""

import click


class NotDeployable(click.ClickException):
    """The reason why this cannot be deployed as it is."""
