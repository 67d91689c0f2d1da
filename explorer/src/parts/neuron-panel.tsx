// The 3-D panel of a record: its drawing, when it is there; why not, when it is not.
import { useEffect, useMemo, useState } from "preact/hooks";
import { changed, go, lastMove, place } from "../address";
import type { Problem } from "../api/client";
import { useResource, type Resource } from "../api/resource";
import type { Drawing, HubRecord } from "../api/shapes";
import type { Camera } from "../neuron/camera";
import type { Points } from "../neuron/scene";
import { sourceName } from "../words";
import { loadNeuron, NeuronCanvas, type Neuron } from "./neuron";
import { Failure, Waiting } from "./waiting";

const LARGE_FILE = 60_000; // ms: after eight seconds the page says that it waits
const POSE_PAUSE = 400; // ms without a move before the address takes the pose

export const hiddenParts = (text: string | null): ReadonlySet<string> =>
  new Set((text ?? "").split(",").filter(Boolean));

export function useNeuron(): { neuron: Neuron | undefined; problem: Problem | undefined } {
  const [neuron, setNeuron] = useState<Neuron>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => void loadNeuron().then(setNeuron, (error: unknown) => setProblem(error as Problem)), []);
  return { neuron, problem };
}

/** A camera that starts as the address says and writes its pose back when it rests. */
export function useCamera(neuron: Neuron | undefined): Camera | undefined {
  const camera = useMemo(() => neuron && new neuron.Camera(neuron.poseOf(place.value.params.get("turn"))), [neuron]);
  useEffect(() => {
    if (!camera || !neuron) return undefined;
    let timer = 0;
    const unfollow = camera.follow(() => {
      clearTimeout(timer);
      timer = window.setTimeout(
        () => go(changed(place.value, { turn: neuron.poseText(camera.now) || undefined }), "replace"),
        POSE_PAUSE,
      );
    });
    return () => {
      clearTimeout(timer);
      unfollow();
    };
  }, [camera, neuron]);
  const turn = place.value.params.get("turn");
  useEffect(() => {
    if (camera && neuron && lastMove.value === "back" && turn !== neuron.poseText(camera.now))
      camera.set(neuron.poseOf(turn));
  }, [camera, turn]);
  return camera;
}

export const drawingPath = (id: string): string => `/records/${encodeURIComponent(id)}/morphology.json`;

export function NeuronPanel({ record }: { record: HubRecord }) {
  const drawing = useResource<Drawing>(drawingPath(record.id));
  const { neuron, problem } = useNeuron();
  const camera = useCamera(neuron);
  const full = useFullDetail(record.id, neuron);
  const hide = place.value.params.get("hide");
  const hidden = useMemo(() => hiddenParts(hide), [hide]);
  const points: Points | undefined = full.points ?? drawing.data;
  if (problem) return <Failure problem={problem} what="3-D view" retry={() => location.reload()} />;
  return (
    <>
      <Waiting resource={drawing} what="3-D view" />
      {drawing.phase !== "failed" && (!points || !neuron || !camera) && (
        <div class="neuron-frame empty" aria-hidden="true" />
      )}
      {points && neuron && camera && (
        <NeuronCanvas
          name={record.name}
          credit={sourceName(record.source)}
          points={points}
          neuron={neuron}
          camera={camera}
          hidden={hidden}
          onHide={(next) => go(changed(place.value, { hide: [...next].join(",") }))}
        />
      )}
      {drawing.data && <Detail full={full} drawn={drawing.data.points.length} />}
    </>
  );
}

interface Full {
  readonly points: Points | undefined;
  readonly wanted: boolean;
  readonly file: Resource<string>;
}

/** The whole file instead of the drawing that was thinned to a megabyte. */
function useFullDetail(id: string, neuron: Neuron | undefined): Full {
  const wanted = place.value.params.get("detail") === "full";
  const path = wanted ? `/records/${encodeURIComponent(id)}/morphology.swc` : undefined;
  const file = useResource<string>(path, { as: "text", accept: "text/plain, */*", limit: LARGE_FILE });
  const text = file.path === path ? file.data : undefined;
  const points = useMemo(() => (neuron && text !== undefined ? neuron.parseSwc(text) : undefined), [neuron, text]);
  return { points, wanted, file };
}

function Detail({ full, drawn }: { full: Full; drawn: number }) {
  return (
    <div class="detail">
      <label class="box">
        <input
          type="checkbox"
          checked={full.wanted}
          onChange={() => go(changed(place.value, { detail: full.wanted ? undefined : "full" }))}
        />
        <span>Full detail</span>
      </label>
      {full.wanted && <Waiting resource={full.file} what="whole file" />}
      {full.points && (
        <span role="status" class="quiet">
          All {full.points.points.length.toLocaleString("en")} points; the drawing has {drawn.toLocaleString("en")}.
        </span>
      )}
    </div>
  );
}
