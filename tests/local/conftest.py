"""The commands as they are typed."""

import os
import sys

import pytest

from local.command import main
from tests.support import engine, s3


@pytest.fixture
def typed(upstream, tmp_path, monkeypatch, capsys):
    """Types `hub harvest ...`, or another group of commands, over the played sources; gives its exit code, output and
    errors.
    """
    kept = dict(os.environ)
    bucket = f"{tmp_path.name.lower().replace('_', '-')[:40]}-bucket"
    os.environ.update(
        {
            **engine.environment(upstream.url, bucket),
            "AWS_ENDPOINT_URL": s3.server().url,
            "LIVE": "1",
            "HUB_HOME": str(tmp_path / "home"),
            "HUB_SOURCE_TRIES": "1",
        }
    )

    def run(*words, group="harvest"):
        monkeypatch.setattr(sys, "argv", ["hub", group, *words])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return ended.value.code or 0, said.out, said.err

    yield run
    os.environ.clear()
    os.environ.update(kept)
