// The chunk that plots traces: axes, zoom and thinning to the screen are uPlot's.
import uPlot from "uplot";
import type { Abf } from "./abf";

export { readAbf } from "./abf";

const MOST_SWEEPS = 40;
const POINTS = 4000; // a sweep on screen: the least and the most of each stretch

/** Draw one channel into `place`; the returned function takes the drawing away. */
export function plot(place: HTMLElement, recording: Abf, channel: number): () => void {
  const { sweeps, unit } = recording.channels[channel]!;
  const style = getComputedStyle(place);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const thinned = sweeps.slice(0, MOST_SWEEPS).map((values) => thin(values, recording.rate));
  const axis = {
    stroke: colour("muted"),
    grid: { stroke: colour("line"), width: 1 },
    ticks: { stroke: colour("line") },
    font: "13px system-ui",
  };
  const made = new uPlot(
    {
      width: place.clientWidth || 600,
      height: 240,
      legend: { show: false },
      scales: { x: { time: false } },
      axes: [
        { ...axis, label: "s", labelSize: 18 },
        { ...axis, label: unit, size: 56 },
      ],
      series: [{}, ...thinned.map((_, i) => ({ stroke: colour("accent"), width: 1, alpha: i ? 0.45 : 1 }))],
      cursor: { drag: { x: true, y: false } },
    },
    [thinned[0]!.times, ...thinned.map(({ values }) => values)],
    place,
  );
  const sizes = new ResizeObserver(() => made.setSize({ width: place.clientWidth, height: 240 }));
  sizes.observe(place);
  return () => {
    sizes.disconnect();
    made.destroy();
  };
}

function thin(values: Float32Array, rate: number): { times: Float64Array; values: Float64Array } {
  const stretch = Math.max(1, Math.ceil((2 * values.length) / POINTS));
  const count = Math.ceil(values.length / stretch);
  const shown = new Float64Array(stretch === 1 ? count : 2 * count);
  const times = new Float64Array(shown.length);
  for (let i = 0; i < count; i++) {
    const part = values.subarray(i * stretch, (i + 1) * stretch);
    const step = stretch === 1 ? 1 : 2;
    const time = (i * stretch) / rate;
    times[i * step] = time;
    shown[i * step] = stretch === 1 ? part[0]! : part.reduce((a, b) => Math.min(a, b));
    if (step === 2) {
      times[2 * i + 1] = time + stretch / rate / 2;
      shown[2 * i + 1] = part.reduce((a, b) => Math.max(a, b));
    }
  }
  return { times, values: shown };
}
