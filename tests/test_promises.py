"""What docs/security.md promises: each threat names tests that exist, and secrets lie where the policies say."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
SECTIONS = re.findall(r"^## ([①②③④⑤] .+?)$(.*?)(?=^## )", TEXT, re.MULTILINE | re.DOTALL)
ROWS = [
    (title, row)
    for title, body in SECTIONS
    for row in re.findall(r"^\|.*\|$", body.split("\n\n| header")[0], re.MULTILINE)[2:]
]


def test_every_boundary_has_threats():
    assert len(SECTIONS) == 5
    assert len(ROWS) > 30


@pytest.mark.parametrize(("title", "row"), ROWS, ids=[row.split("|")[1].strip()[:50] for _, row in ROWS])
def test_each_promise_names_its_tests(title, row):
    named = re.findall(r"`(tests/[\w/.]+)`", row.rsplit("|", 2)[1])
    assert named, f"{title}: nothing holds this"
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("name", ["README.md", *(f"docs/{one}.md" for one in ("api", "deploy", "proxy", "security"))])
def test_parameters_are_named_below_their_stage_as_the_policies_have_them(name):
    given = re.findall(r"ssm:(/[\w<>./…-]*)", (ROOT / name).read_text(encoding="utf-8"))
    assert [one for one in given if not re.match(r"/hippocampus-hub/(<stage>|dev|prod)/", one)] == []
