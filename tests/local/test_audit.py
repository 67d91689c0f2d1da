"""An audit says that all is well only when it has looked at everything."""

import re

import pytest

from local.audit import CLEAN, NOT_DONE, SERVICES, VULNERABLE, main, needs, verdict
from local.settings import CHECKOUT

SOUND = {"name": "sound", "version": "1.0", "vulns": []}
HOLED = {"name": "holed", "version": "2.0", "vulns": [{"id": "CVE-2026-1", "fix_versions": ["2.1"]}]}
UNKNOWN = {"name": "unknown", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("packages", "code", "said"),
    [
        ([SOUND], CLEAN, "1 packages, none with a known vulnerability"),
        ([SOUND, UNKNOWN], NOT_DONE, "not audited: the advisory database did not answer for unknown"),
        (
            [UNKNOWN, UNKNOWN],
            NOT_DONE,
            "not audited: the advisory database did not answer for unknown and 1 more",
        ),
        ([], NOT_DONE, "not audited: the advisory database did not answer for any package"),
        ([HOLED, UNKNOWN], VULNERABLE, "holed 2.0: CVE-2026-1, fixed in 2.1"),
    ],
)  # fmt: skip
def test_silence_of_the_database_is_no_good_news(packages, code, said):
    assert verdict({"dependencies": packages}) == (code, [said])


@pytest.mark.parametrize("service", SERVICES)
def test_an_audit_that_was_not_done_says_what_it_needs(service):
    assert SERVICES[service] in needs(service)
    assert "make audit SERVICE=" in needs(service)


def test_an_unknown_database_is_refused(capsys):
    assert main(["--service", "nonsense", "requirements.txt"]) == NOT_DONE
    assert "pypi, osv" in capsys.readouterr().out


def test_the_audit_is_no_part_of_the_tests():
    makefile = (CHECKOUT / "Makefile").read_text(encoding="utf-8")
    rule = re.search(r"^test:.*(?:\n\t.*)+", makefile, re.MULTILINE)
    assert rule
    assert "audit" not in rule.group()
