// The neuron of the front page: one of the measured ones, drawn when all else is there; left out where there is none.
import { useEffect, useRef } from "preact/hooks";
import { useResource } from "../api/resource";
import type { Drawing, HubRecord, SearchPage } from "../api/shapes";
import { dark } from "../state/theme";
import { cellType } from "./measures";
import { drawingPath, useNeuron } from "./neuron-panel";
import { recordAddress } from "./results";

const CHOICE =
  "/search/dataset?data_type=morphology&morphometry.bifurcations=60..&sort=-morphometry.height&size=1&facets=none";
const WIDE_ENOUGH = "(min-width: 1000px)";

export function Hero() {
  const wide = matchMedia(WIDE_ENOUGH).matches;
  const found = useResource<SearchPage>(wide ? CHOICE : undefined);
  const record = found.data?.items[0];
  if (!record) return wide && found.phase === "loading" ? <div class="hero" aria-busy="true" /> : null;
  return <Portrait record={record} />;
}

function Portrait({ record }: { record: HubRecord }) {
  const drawing = useResource<Drawing>(drawingPath(record.id));
  const { neuron } = useNeuron();
  const canvas = useRef<HTMLCanvasElement>(null);
  const points = drawing.data;
  useEffect(() => {
    if (!neuron || !points || !canvas.current) return undefined;
    const view = new neuron.NeuronView(canvas.current, points, new neuron.Camera(), "bg");
    const release = neuron.control(canvas.current, view.camera, () => view.fit * view.camera.now.zoom, false);
    return () => {
      release();
      view.stop();
    };
  }, [neuron, points, dark.value]);
  if (drawing.phase === "failed") return null;
  if (!neuron || !points) return <div class="hero" aria-busy="true" />;
  const what = [record.species, record.secondary_region?.[0], cellType(record)].filter(Boolean).join(" ");
  return (
    <figure class="hero">
      <canvas ref={canvas} role="img" aria-label={`3-D view of ${record.name}`} />
      <figcaption>
        <a href={recordAddress(record.id)}>{record.name}</a> <span class="quiet">{what}</span>
      </figcaption>
    </figure>
  );
}
