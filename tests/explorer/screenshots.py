"""`make screenshots`: a picture of every view in both themes, wide and on a phone, of the stack that runs at PORT.

Look at each of them before a change of the explorer is called done.
"""

import sys
from pathlib import Path

from tests.explorer.views import KEPT, THEMES, VIEWS
from tests.support.chromium import PHONE, WIDE, Page, chromium, settle

SIZES = {"wide": WIDE, "phone": PHONE}


def main(base: str, folder: Path) -> None:
    """Write `<view>-<theme>-<size>.png` for all of them into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with chromium(base) as page:
        page.open("/explore/assets/none")
        page.driver.execute_script("localStorage.setItem('hub-basket', arguments[0])", KEPT)
        for theme in THEMES:
            page.use_theme(theme)
            for size, shape in SIZES.items():
                page.resize(shape)
                for view in VIEWS:
                    _take(page, view, folder / f"{view}-{theme}-{size}.png")


def _take(page: Page, view: str, file: Path) -> None:
    page.open(VIEWS[view])
    settle(page)
    page.driver.save_screenshot(str(file))
    print(file, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
