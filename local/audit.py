"""`make audit`: looks every locked package up in the database of known vulnerabilities, and never takes silence for
"none".

pip-audit ends well when the database knows none of the packages, as where it cannot be reached; so its report is read
here. The database is asked over the network: the one that a package ships (safety-db) is of 2021, and would find
today's locks clean.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

CLEAN, VULNERABLE, NOT_DONE = 0, 1, 2
SERVICES = {"pypi": "the advisories of the package index", "osv": "the OSV database"}  # by pip-audit's names


def verdict(report: dict[str, Any]) -> tuple[int, list[str]]:
    """How an audit ended, and what to say of it, from pip-audit's JSON."""
    packages = report["dependencies"]
    unknown = [one["name"] for one in packages if "skip_reason" in one]
    found = [
        f"{one['name']} {one['version']}: {flaw['id']}, fixed in {', '.join(flaw['fix_versions']) or 'no version yet'}"
        for one in packages
        for flaw in one.get("vulns", ())
    ]
    if found:
        return VULNERABLE, found
    if unknown or not packages:
        several = f"{unknown[0]} and {len(unknown) - 1} more" if len(unknown) > 1 else "".join(unknown) or "any package"
        return NOT_DONE, [f"not audited: the advisory database did not answer for {several}"]
    return CLEAN, [f"{len(packages)} packages, none with a known vulnerability"]


def needs(service: str) -> str:
    """What an audit that was not done needs, for the person who wanted it."""
    other = next(name for name in SERVICES if name != service)
    return (
        f"it needs the network to ask {SERVICES[service]}; `make audit SERVICE={other}` asks {SERVICES[other]} instead."
        " It is no part of `make test`, which needs no network"
    )


def main(arguments: list[str]) -> int:
    """Audit the packages of these lock files, after `--service NAME` if the database is to be another one than
    PyPI's.
    """
    service = arguments[1] if arguments[:1] == ["--service"] else "pypi"
    files = arguments[2:] if arguments[:1] == ["--service"] else arguments
    if service not in SERVICES:
        print(f"audit: SERVICE: {service!r} is none of {', '.join(SERVICES)}")
        return NOT_DONE
    asked = [argument for file in files for argument in ("-r", file)]
    audit = [str(Path(sys.executable).with_name("pip-audit")), "--disable-pip", "--require-hashes"]
    command = [*audit, "--vulnerability-service", service, *asked]
    done = subprocess.run(
        [*command, "--progress-spinner", "off", "--format", "json"], check=False, capture_output=True, text=True
    )
    try:
        code, said = verdict(json.loads(done.stdout))
    except json.JSONDecodeError:
        code, said = NOT_DONE, [f"not audited: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else '?'}"]
    for line in [*said, *([needs(service)] if code == NOT_DONE else [])]:
        print(f"audit: {line}")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
