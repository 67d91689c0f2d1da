"""How fast the explorer is in a headless Chromium without a GPU.

Usage: `python -m benchmarks.explorer [RECORDS | URL]` (100000).

The hub is the one at URL, or one of its own over records resampled as `benchmarks.search` does it. Read the ratios:
times are those of a shared machine. What the page adds to the API's time does not depend on the number of records.
Elements are found by selectors here: asking a browser for names once makes it keep its tree for assistive technology,
which costs more than all that is measured.

first results   from the key Enter in the search field until cards are painted, beside the API's own time for the same
                call from a client alone; every text is a new one, so that nothing comes from a cache. Once with Enter
                right behind the last letter, and once after a pause, as people make one to read the suggestions: the
                page has asked for the results by then
interaction     from ticking a facet, typing, showing more and changing to the table and back until the next paint
                (Event Timing, as "interaction to next paint" has it)
3-D             a generated neuron of 200,000 points, 1,500 forks and 200 mm turned for three seconds by the code that
                ships; beside it what one drawing takes of a core, the figure to read where others use the
                machine too
"""

import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import requests
from selenium.webdriver.common.keys import Keys

from benchmarks.resampled import load_resampled, open_hub, read_seeds
from chalicelib.routes.explorer import BUILT
from local import s3
from local.ports import LOOPBACK, free_port
from tests.support.chromium import Page, chromium, settle, wait_until

TEXTS = ("pyramidal", "granule rat", "CA1", "interneuron mouse", "basket", "CA3 pyramidal", "Wistar")
ROUNDS = 3
PAUSE = 1  # s
RUN = f"{random.randrange(10**6)}"  # in texts, so that no run asks what another has asked
POINTS = 200_000
DRAWINGS = 30
TICK = ".facet input[type=checkbox]"
SHOWN = ("[aria-label='Show as'] button:last-child", "[aria-label='Show as'] button:first-child", ".more button")
PARAMETERS = {"data_type": "morphology", "facets": "none", "size": "24"}
# Marks the first frame after the key that shows the cards of `arguments[0]`; the time counts from the key. Nothing here
# asks for frames of its own: without a GPU each costs time.
WATCH = """
const token = arguments[0], ask = window.plainFetch ??= window.fetch;
window.seen = null;
let began = 0, arrived = 0;
addEventListener('keydown', event => {
  if (event.key === 'Enter') began = event.timeStamp;
}, {capture: true, once: false});
window.fetch = async (...given) => {
  const response = await ask(...given);
  if (String(given[0]).includes(token) && String(given[0]).includes('facets=none')) arrived ||= performance.now();
  return response;
};
const found = document.querySelector('.found'), done = new MutationObserver(() => {
  const shown = location.search.includes(token) && found.getAttribute('aria-busy') === 'false';
  if (!began || !arrived || !shown || !found.querySelector('article')) return;
  done.disconnect();
  requestAnimationFrame(() => setTimeout(() => {
    window.seen = {api: Math.max(0, arrived - began), shown: performance.now() - began};
  }));
});
done.observe(found, {attributes: true, attributeFilter: ['aria-busy'], childList: true, subtree: true});
"""
EVENTS = """
window.paints = [];
new PerformanceObserver(list => list.getEntries()
  .forEach(one => one.interactionId && window.paints.push([one.name, one.duration])))
  .observe({type: 'event', durationThreshold: 16, buffered: false});
"""
TURN = """
const [file, points, done] = arguments;
import(file).then(({NeuronView}) => {
  let seed = 1;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const neuron = {points: [[0, 0, 0]], radii: [8], parents: [-1], types: [1]};
  const turned = (way, by) => {
    const next = way.map(part => part + by * (random() - 0.5)), long = Math.hypot(...next);
    return next.map(part => part / long);
  };
  const grow = (from, way, type, radius, forks) => {
    for (let left = 66; left > 0 && neuron.points.length < points; left--) {
      way = turned(way, 0.4);
      radius = Math.max(0.15, radius * 0.995);
      neuron.points.push(neuron.points[from].map((part, i) => part + way[i]));
      neuron.radii.push(radius);
      neuron.parents.push(from);
      neuron.types.push(type);
      from = neuron.points.length - 1;
    }
    for (let twig = 0; twig < 2 && forks > 0; twig++) grow(from, turned(way, 1.5), type, radius, forks - 1);
  };
  for (let i = 0; i < 12; i++) grow(0, turned([0, 0, 0], 1), 2 + i % 3, 1.5, 7);
  const canvas = document.createElement('canvas');
  Object.assign(canvas.style, {position: 'fixed', left: 0, top: 0, width: '1000px', height: '700px', zIndex: 99});
  document.body.append(canvas);
  const view = window.turned = new NeuronView(canvas, neuron), start = performance.now();
  let frames = 0;
  const step = now => {
    if (now - start > 3000) return done(1000 * frames / (now - start));
    frames++;
    view.camera.turn(2, 0, true);
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}, error => done(String(error)));
"""


@contextmanager
def served(records: int) -> Iterator[str]:
    """The address of an API over so many records."""
    with open_hub() as (hub, node, settings), TemporaryDirectory(prefix="hub-bench-") as home:
        load_resampled(hub, node, read_seeds(hub), records)
        storage, port = s3.start(Path(home)), free_port()
        files = {
            "AWS_ENDPOINT_URL_S3": storage.url,
            "AWS_ACCESS_KEY_ID": storage.access_key,
            "AWS_SECRET_ACCESS_KEY": storage.secret_key,
            "AWS_DEFAULT_REGION": "us-east-1",
        }
        command = [sys.executable, "-m", "local.workers", str(port), "2"]
        server = subprocess.Popen(command, env={**os.environ, **settings, **files})
        try:
            wait_until(lambda: _answers(f"http://{LOOPBACK}:{port}/search/dataset?size=1"))
            yield f"http://{LOOPBACK}:{port}"
        finally:
            server.terminate()
            server.wait()
            storage.stop()


def first_results(page: Page, pause: float) -> dict[str, float]:
    """Median ms: the API's own time for a client alone, its time as the page sees it, and until cards are painted.

    `pause` is the time in s between the text and the key.
    """
    page.open("/explore/search?data_type=morphology")
    settle(page)
    own, seen = [], []
    for number, text in enumerate(TEXTS * ROUNDS):
        own.append(_alone(page.base, f"{text} | qxa{RUN}x{number}p{pause:.0f}"))
        token = f"qxb{RUN}x{number}p{pause:.0f}"
        page.driver.execute_script(WATCH, token)
        field = page.driver.find_element("css selector", "input[type=search]")
        page.driver.execute_script("arguments[0].select()", field)
        field.send_keys(f"{text} | {token}")
        time.sleep(pause)
        field.send_keys(Keys.ENTER)
        seen.append(page.wait(lambda: page.driver.execute_script("return window.seen")))
        settle(page)
    return {"alone": statistics.median(own), **{name: statistics.median(one[name] for one in seen) for name in seen[0]}}


def interactions(page: Page) -> dict[str, float]:
    """The longest ms from an interaction to the next paint, by the kind of event."""
    page.open("/explore/search?data_type=morphology&shown=96")
    settle(page)
    page.driver.execute_script(EVENTS)
    for css in (TICK, TICK, *SHOWN):
        page.driver.find_element("css selector", css).click()
        settle(page)
    page.driver.find_element("css selector", "input[type=search]").send_keys("pyramidal CA1", Keys.ENTER)
    settle(page)
    longest: dict[str, float] = {}
    for name, duration in page.driver.execute_script("return window.paints"):
        longest[name] = max(duration, longest.get(name, 0))
    return longest


def turning(page: Page) -> tuple[float, float]:
    """Frames a second while a neuron of 200,000 points turns, and ms of a core for one drawing."""
    page.open("/explore/sources")
    settle(page)
    file = next(path.name for path in BUILT.glob("neuron-*.js"))
    frames = page.driver.execute_async_script(TURN, f"/explore/assets/{file}", POINTS)
    page.driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
    before = _thread_seconds(page)
    page.driver.execute_script("for (let i = 0; i < arguments[0]; i++) window.turned.draw(1)", DRAWINGS)
    return float(frames), 1000 * (_thread_seconds(page) - before) / DRAWINGS


def _thread_seconds(page: Page) -> float:
    """What the page's main thread took of a core so far."""
    metrics = page.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == "ThreadTime"))


def _alone(base: str, text: str) -> float:
    began = time.perf_counter()
    requests.get(f"{base}/search/dataset", params={**PARAMETERS, "q": text}, timeout=60).raise_for_status()
    return (time.perf_counter() - began) * 1000


def _answers(url: str) -> bool:
    try:
        return requests.get(url, timeout=30).ok
    except requests.ConnectionError:
        return False


def measure(base: str) -> None:
    with chromium(base) as page:
        page.driver.set_script_timeout(120)
        frames, drawing = turning(page)
        print(f"{POINTS:,} points: {frames:.0f} frames a second, {drawing:.1f} ms of a core a drawing", flush=True)
        for pause in (0, PAUSE):
            ms = first_results(page, pause)
            print(
                f"first results, {pause} s after the text: {ms['shown'] / ms['alone']:.2f} times the API's own time"
                f" (alone {ms['alone']:.0f} ms, seen by the page {ms['api']:.0f}, painted {ms['shown']:.0f})",
                flush=True,
            )
        longest = sorted(interactions(page).items(), key=lambda one: -one[1])
        print("longest to the next paint, ms:", ", ".join(f"{name} {duration:.0f}" for name, duration in longest))


def main(given: str) -> None:
    if given.startswith("http"):
        measure(given.rstrip("/"))
        return
    with served(int(given)) as base:
        measure(base)


if __name__ == "__main__":
    main(sys.argv[1] if sys.argv[1:] else "100000")
