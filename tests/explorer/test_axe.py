"""axe, the accessibility checker, finds nothing to complain about on any view: light on a wide screen, dark on a
phone.
"""

from pathlib import Path

import pytest

from tests.explorer.views import KEPT, THEMES, VIEWS
from tests.support.chromium import PHONE, WIDE, settle

AXE = Path(__file__).parents[2] / "explorer" / "node_modules" / "axe-core" / "axe.min.js"
SIZES = {"light": WIDE, "dark": PHONE}
RUN = "axe.run(document, {resultTypes: ['violations']}).then(r => arguments[0](r.violations))"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("view", VIEWS)
def test_no_view_has_a_violation(page, view, theme):
    if not AXE.is_file():
        pytest.skip("axe is not installed: `make explorer`")
    page.use_theme(theme)
    page.resize(SIZES[theme])
    page.driver.execute_script("localStorage.setItem('hub-basket', arguments[0])", KEPT)
    page.open(VIEWS[view])
    settle(page)
    page.driver.execute_script(AXE.read_text(encoding="utf-8"))
    violations = page.driver.execute_async_script(RUN)
    told = [f"{one['id']}: {one['help']} {[node['html'][:160] for node in one['nodes'][:3]]}" for one in violations]
    assert told == []
    assert page.refusals() == []
    assert page.driver.execute_script("return document.documentElement.scrollWidth") <= SIZES[theme][0]
