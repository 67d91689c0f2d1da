"""The rules of how our code reads that a syntax tree can tell."""

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
MODULES = [
    *sorted(path for part in ("chalicelib", "local", "replay") for path in (ROOT / part).rglob("*.py")),
    ROOT / "app.py",
]
_DESIGN = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
LAYERS = [line.strip() for line in _DESIGN.split("## Layers")[1].split("\n\n")[2].splitlines()]
EDGES = {"chalicelib/harvest/runner.py"}  # where any error must end in a reason: the step of a harvest
IRREGULAR = set(
    "told taken shown sent held kept lent made given known written begun gone left built brought drawn".split()
)
NO_PARTICIPLES = set("seed feed embed need speed exceed proceed succeed".split())
PARTICLES = set("on in out off up back from by again apart".split())
PARTICIPLES_ALLOWED = {
    "related",  # records related to one: the word of the API's own field
}


@cache
def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path):
    return str(path.relative_to(ROOT))


def nodes(path, kind):
    return [node for node in ast.walk(tree(path)) if isinstance(node, kind)]


def functions(path):
    return nodes(path, ast.FunctionDef)


def lines(path):
    return path.read_text(encoding="utf-8").splitlines()


def imports(path):
    """Our own modules that a module names at its top, as dotted names."""
    found = set()
    for node in tree(path).body:
        if (
            isinstance(node, ast.ImportFrom)
            and node.module
            and node.module.split(".")[0] in ("chalicelib", "local", "replay")
        ):
            found.add(node.module)
    return found


def test_a_module_says_in_its_first_line_what_it_is():
    silent = [name(path) for path in MODULES if any(lines(path)) and not ast.get_docstring(tree(path))]
    assert silent == []


def test_modules_are_small():
    counts = {name(path): len(lines(path)) for path in MODULES}
    assert {one: count for one, count in counts.items() if count > 300} == {}


def test_functions_are_small():
    found = {f"{name(path)}:{one.name}": _lines(one) for path in MODULES for one in functions(path)}
    assert {one: count for one, count in found.items() if count > 60} == {}


def test_no_error_is_caught_without_a_name():
    broad = {name(path): _broad_handlers(path) for path in MODULES}
    assert {one: count for one, count in broad.items() if count > (one in EDGES)} == {}


def test_the_environment_is_read_in_one_place_of_each_part():
    readers = {
        name(path)
        for path in MODULES
        if re.search(r"os\.environ(?!\.update)|os\.getenv", path.read_text(encoding="utf-8"))
    }
    assert readers == {"chalicelib/config.py", "local/settings.py"}


def test_only_entry_points_know_the_wiring():
    knowing = {name(path) for path in MODULES if "chalicelib.wiring" in imports(path)}
    assert all(one == "app.py" or one.startswith(("chalicelib/routes/", "local/")) for one in knowing)


def test_imports_point_down():
    upward = []
    for path in MODULES:
        if name(path).startswith("chalicelib/"):
            mine = _layer(name(path).removeprefix("chalicelib/").split("/")[0].removesuffix(".py"))
            above = [one for one in imports(path) if one.startswith("chalicelib.") and _layer(one.split(".")[1]) < mine]
            upward += [f"{name(path)} imports {one}" for one in above]
    assert upward == []


def test_the_replay_knows_nothing_of_the_application():
    played = [path for path in MODULES if name(path).startswith("replay/")]
    assert not [name(path) for path in played if "chalicelib" in path.read_text(encoding="utf-8")]


def test_every_room_has_its_layer():
    rooms = {name(path).split("/")[1].removesuffix(".py") for path in MODULES if name(path).startswith("chalicelib/")}
    assert rooms - {"__init__"} == {room for layer in LAYERS for room in layer.split()}


def test_no_function_is_named_by_a_bare_participle():
    """A participle says neither what a function does nor what it returns; properties read as attributes."""
    participles = [
        f"{name(path)}:{node.lineno} {node.name}"
        for path in MODULES
        for node in functions(path)
        if _is_participle(node.name) and not _is_property(node) and node.name not in PARTICIPLES_ALLOWED
    ]
    assert participles == []


def _broad_handlers(path):
    handlers = nodes(path, ast.ExceptHandler)
    return len([one for one in handlers if one.type is None or getattr(one.type, "id", "") == "Exception"])


def _is_property(function):
    return any("property" in ast.unparse(one) or "setter" in ast.unparse(one) for one in function.decorator_list)


def _is_participle(text):
    first, *more = text.strip("_").split("_")
    regular = re.fullmatch(r"[a-z]{2,}ed", first) and first not in NO_PARTICIPLES
    return bool(first in IRREGULAR or regular) and (not more or (len(more) == 1 and more[0] in PARTICLES))


def _layer(part):
    return next((place for place, names in enumerate(LAYERS) if part in names.split()), len(LAYERS))


def _lines(function):
    return function.end_lineno - function.body[0].lineno + 1
