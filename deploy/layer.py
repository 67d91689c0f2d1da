"""The layer of the one function that measures morphology files: what requirements-measure.txt names, for Lambda's
Python.

It is published anew only when its packages change: a layer's description holds the digest of its list of packages.
"""

import hashlib
import shutil
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from chalice.deploy.packager import DependencyBuilder
from chalice.utils import UI, OSUtils

from deploy.package import MODE, STAMP, Packager, _install, require_python

REQUIREMENTS = "requirements-measure.txt"
NOT_SHIPPED = ("tests", "__pycache__")  # a third of NumPy


def publish(client: Any, s3: Any, bucket: str, stage: str, project: Path) -> str:
    """The address of the layer of these packages, made where there is none yet; raises NotDeployable."""
    require_python()
    name, digest = f"hippocampus-hub-{stage}-measure", _digest(project)
    for version in client.list_layer_versions(LayerName=name).get("LayerVersions", ()):
        if version.get("Description") == digest:
            return str(version["LayerVersionArn"])
    with TemporaryDirectory() as folder:
        key = f"deployment/layer-{digest}.zip"
        s3.upload_file(str(build(project, Path(folder))), bucket, key)
    runtime = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    content = {"S3Bucket": bucket, "S3Key": key}
    made = client.publish_layer_version(
        LayerName=name, Description=digest, Content=content, CompatibleRuntimes=[runtime]
    )
    return str(made["LayerVersionArn"])


def delete(client: Any, stage: str) -> int:
    """Delete all versions of the stage's layer; how many there were."""
    name = f"hippocampus-hub-{stage}-measure"
    versions = [one["Version"] for one in client.list_layer_versions(LayerName=name).get("LayerVersions", ())]
    for version in versions:
        client.delete_layer_version(LayerName=name, VersionNumber=version)
    return len(versions)


def build(project: Path, folder: Path) -> Path:
    """The layer as a ZIP: packages below `python/`, without their tests."""
    osutils = OSUtils()
    packages = folder / "packages"
    runtime = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    packager = Packager(osutils, DependencyBuilder(osutils), UI())
    _install(packager, project / REQUIREMENTS, runtime, str(packages))
    for path in [one for one in packages.rglob("*") if one.is_dir() and one.name in NOT_SHIPPED]:
        shutil.rmtree(path, ignore_errors=True)
    target = folder / "layer.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as layer:
        for path in sorted(one for one in packages.rglob("*") if one.is_file()):
            entry = zipfile.ZipInfo(f"python/{path.relative_to(packages).as_posix()}", STAMP)
            entry.external_attr, entry.compress_type, entry.create_system = MODE, zipfile.ZIP_DEFLATED, 3
            layer.writestr(entry, path.read_bytes())
    return target


def _digest(project: Path) -> str:
    version = f"{sys.version_info[0]}.{sys.version_info[1]}".encode()
    return hashlib.sha256(version + (project / REQUIREMENTS).read_bytes()).hexdigest()[:32]
