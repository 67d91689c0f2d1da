"""`make audit`: looks every locked package up in the database of known vulnerabilities, and never takes silence for "none".

pip-audit ends well when the database knows none of the packages, as where it cannot be reached; so its report is read here.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

CLEAN, VULNERABLE, NOT_DONE = 0, 1, 2


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
        return NOT_DONE, [f"not audited: the database of advisories could not be asked about {several}"]
    return CLEAN, [f"{len(packages)} packages, none with a known vulnerability"]


def main(files: list[str]) -> int:
    """Audit the packages of these lock files."""
    asked = [argument for file in files for argument in ("-r", file)]
    command = [str(Path(sys.executable).with_name("pip-audit")), "--disable-pip", "--require-hashes", *asked]
    done = subprocess.run(
        [*command, "--progress-spinner", "off", "--format", "json"], check=False, capture_output=True, text=True
    )
    try:
        code, said = verdict(json.loads(done.stdout))
    except json.JSONDecodeError:
        code, said = NOT_DONE, [f"not audited: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else '?'}"]
    for line in said:
        print(f"audit: {line}")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
