"""How fast the explorer is on a running stack, in a headless Chromium without a GPU.

    .venv/bin/python -m benchmarks.explorer http://127.0.0.1:8000

first results: from the start of a view's call for records until they are painted, beside the API's own time for that call;
interaction: from ticking a facet, typing and opening a menu to the next paint (Event Timing, as "interaction to next
paint" has it); 3-D: a generated neuron of 200,000 points turned for two seconds by the code that ships.
"""

import json
import statistics
import sys

from tests.support.chromium import Page, chromium, settle

ADDRESS = "/explore/search?data_type=morphology&q=pyramidal"
RUNS = 7
POINTS = 200_000
FIRST = """
const calls = performance.getEntriesByType('resource').filter(one => one.name.includes('facets=none'));
const call = calls.at(-1), painted = performance.getEntriesByName('results').at(-1);
return call && painted ? {api: call.responseEnd - call.startTime, shown: painted.startTime - call.startTime} : null
"""
WATCH = """
new MutationObserver((_, self) => {
  if (!document.querySelector('[aria-label=Results] article')) return;
  self.disconnect();
  requestAnimationFrame(() => setTimeout(() => performance.mark('results')));
}).observe(document, {childList: true, subtree: true});
"""
EVENTS = """
window.paints = [];
new PerformanceObserver(list => list.getEntries().forEach(one => one.interactionId && window.paints.push(one.duration)))
  .observe({type: 'event', durationThreshold: 16, buffered: true});
"""
TURN = """
const [points, done] = arguments, file = [...performance.getEntriesByType('resource')]
  .map(one => one.name).find(name => /neuron-[A-Z0-9]+\\.js/.test(name));
import(file).then(({NeuronView}) => {
  let seed = 1;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const neuron = {points: [[0, 0, 0]], radii: [8], parents: [-1], types: [1]};
  const heads = [0];
  while (neuron.points.length < points) {
    const from = heads[Math.floor(random() * heads.length)], [x, y, z] = neuron.points[from];
    neuron.points.push([x + random() * 6 - 3, y + random() * 6 - 2.6, z + random() * 6 - 3]);
    neuron.radii.push(0.2 + random());
    neuron.parents.push(from);
    neuron.types.push(2 + (from + 1) % 3);
    if (heads.length < 2000 && random() < 0.01) heads.push(neuron.points.length - 1);
    else heads[heads.indexOf(from)] = neuron.points.length - 1;
  }
  const canvas = document.createElement('canvas');
  canvas.style = 'position:fixed;inset:0 auto auto 0;width:1000px;height:700px';
  document.body.append(canvas);
  const view = new NeuronView(canvas, neuron), frames = [], start = performance.now();
  let before = start;
  const step = now => {
    view.camera.turn(2, 0, true);
    frames.push(now - before);
    before = now;
    now - start < 2000 ? requestAnimationFrame(step) : done({frames: frames.length / 2, drawn: measure()});
  };
  const measure = () => {
    const from = performance.now();
    for (let i = 0; i < 10; i++) view.draw(1);
    return (performance.now() - from) / 10;
  };
  requestAnimationFrame(step);
});
"""


def first_results(page: Page) -> dict[str, float]:
    """Median ms of several visits: the API's own time and the time until its records are painted."""
    page.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
    seen = []
    for run in range(RUNS):
        page.open(f"{ADDRESS}&shown={24 + run}")
        seen.append(page.wait(lambda: page.driver.execute_script(FIRST)))
    return {name: statistics.median(one[name] for one in seen) for name in ("api", "shown")}


def interactions(page: Page) -> float:
    """The longest time in ms from an interaction to the next paint."""
    page.open("/explore/search?data_type=morphology")
    settle(page)
    page.driver.execute_script(EVENTS)
    page.click("checkbox", r"rat \([\d,]+\)")
    settle(page)
    page.find("searchbox", "Search").send_keys("pyramidal CA1")
    page.click("button", "Table")
    settle(page)
    page.click("button", "Cards")
    settle(page)
    return float(max(page.driver.execute_script("return window.paints") or [0]))


def turning(page: Page) -> dict[str, float]:
    """Frames a second while a neuron of 200,000 points turns, and ms for one drawing."""
    page.open("/explore/records/neuromorpho-227")
    page.find("img", "3-D view of .+")
    found: dict[str, float] = page.driver.execute_async_script(TURN, POINTS)
    return found


def main(base: str) -> None:
    with chromium(base) as page:
        results = first_results(page)
        print(json.dumps({"first results, ms": results, "ratio": round(results["shown"] / results["api"], 2)}))
        print(json.dumps({"longest interaction to next paint, ms": interactions(page)}))
        print(json.dumps({"200,000 points, frames a second and ms a drawing": turning(page)}))


if __name__ == "__main__":
    main(sys.argv[1])
