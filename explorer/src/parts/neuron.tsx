// The 3-D view of a neuron with its buttons. The rasteriser is a chunk of its own, loaded when a neuron is in view.
import { useEffect, useRef, useState } from "preact/hooks";
import type { NeuronView } from "../neuron/neuron";
import type { Camera } from "../neuron/camera";
import type { Points } from "../neuron/scene";
import { Problem } from "../api/client";
import { save } from "../api/downloads";
import { announce } from "../state/status";
import { dark } from "../state/theme";
import { COMPARTMENT_NAMES, number } from "../words";
import { Failure } from "./waiting";

export type Neuron = typeof import("../neuron/neuron");
let chunk: Promise<Neuron> | undefined;

/** The rasteriser; a page that is older than the server finds its chunk gone. */
export function loadNeuron(): Promise<Neuron> {
  chunk ??= import("../neuron/neuron").catch(() => {
    chunk = undefined;
    throw new Problem(
      0,
      "The 3-D view could not be loaded",
      "The explorer may have been renewed since this page was opened: reload it.",
    );
  });
  return chunk;
}

export interface NeuronProps {
  readonly name: string;
  readonly credit: string;
  readonly points: Points;
  readonly neuron: Neuron;
  readonly camera: Camera;
  readonly hidden: ReadonlySet<string>;
  readonly onHide?: (hidden: ReadonlySet<string>) => void;
  readonly scale?: number | undefined;
  readonly onFit?: (fit: number) => void;
  readonly small?: boolean;
}

export function NeuronCanvas(props: NeuronProps) {
  const { name, credit, points, neuron, camera, hidden, onHide, scale, small } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [view, setView] = useState<NeuronView>();
  const [pixels, setPixels] = useState(1);
  const [failure, setFailure] = useState<Problem>();

  useEffect(() => {
    try {
      const made = new neuron.NeuronView(canvas.current!, points, camera);
      made.onScale = setPixels;
      const release = neuron.control(canvas.current!, camera, () => made.fit * camera.now.zoom);
      setView(made);
      props.onFit?.(made.fit);
      return () => {
        release();
        made.stop();
      };
    } catch (error) {
      setFailure(new Problem(0, "This neuron cannot be drawn", String(error)));
      return undefined;
    }
  }, [points, neuron, camera]);
  useEffect(() => view?.hide(hidden), [view, hidden]);
  useEffect(() => view?.repaint(), [view, dark.value]);
  useEffect(() => view?.useScale(scale), [view, scale]);

  if (failure) return <Failure problem={failure} what="3-D view" />;
  return (
    <div class={small ? "neuron small" : "neuron"}>
      <div class="neuron-frame">
        <canvas
          ref={canvas}
          role="img"
          tabIndex={0}
          aria-label={`3-D view of ${name}`}
          aria-describedby={`d-${name}`}
        />
        <ScaleBar pixels={pixels} bar={neuron.barLength} />
        <span class="hint" aria-hidden="true">
          drag or arrow keys turn · wheel or + − zoom
        </span>
        <Steps camera={camera} />
      </div>
      <p class="unseen" id={`d-${name}`}>
        {view ? described(view) : ""} Arrow keys turn it, plus and minus zoom, zero resets.
      </p>
      <div class="neuron-buttons" role="group" aria-label={`Parts of ${name}`}>
        {view?.compartments.map((part) => (
          <button
            key={part}
            type="button"
            aria-pressed={!hidden.has(part)}
            class="part"
            onClick={() => {
              const next = new Set(hidden);
              if (!next.delete(part)) next.add(part);
              onHide?.(next);
            }}
          >
            <i class={`line ${part}`} aria-hidden="true" />
            {COMPARTMENT_NAMES[part]}
          </button>
        ))}
        <button
          type="button"
          onClick={() => {
            camera.reset();
            onHide?.(new Set());
          }}
        >
          Reset view
        </button>
        <button
          type="button"
          onClick={() =>
            void view?.picture(name, credit).then(({ name: file, blob }) => {
              save(blob, file);
              announce(`Saved ${file}.`);
            })
          }
        >
          Save picture
        </button>
      </div>
      {!small && view && <p class="quiet twin">{described(view)}</p>}
    </div>
  );
}

function ScaleBar({ pixels, bar }: { pixels: number; bar: (scale: number, most: number) => number }) {
  const length = bar(pixels, 120);
  return (
    <span class="scale-bar">
      {number(length)} µm
      <i style={{ width: `${length * pixels}px` }} />
    </span>
  );
}

/** For those who neither drag nor use a wheel. */
function Steps({ camera }: { camera: Camera }) {
  const steps: readonly (readonly [string, string, () => void])[] = [
    ["Turn left", "↺", () => camera.turn(-15, 0)],
    ["Turn right", "↻", () => camera.turn(15, 0)],
    ["Zoom in", "+", () => camera.zoomBy(1.3)],
    ["Zoom out", "−", () => camera.zoomBy(1 / 1.3)],
  ];
  return (
    <div class="steps">
      {steps.map(([name, sign, act]) => (
        <button key={name} type="button" aria-label={name} title={name} onClick={act}>
          {sign}
        </button>
      ))}
    </div>
  );
}

/** The text twin of the picture. */
function described({ scene, compartments }: NeuronView): string {
  const [width, height, depth] = scene.size.map((one) => number(Math.round(one)));
  const all = ["soma", "axon", "basal", "apical", "other"] as const;
  const parts = compartments
    .map((part) => [COMPARTMENT_NAMES[part]!.toLowerCase(), scene.lengths[all.indexOf(part)] ?? 0] as const)
    .filter(([, length]) => length > 0)
    .map(([name, length]) => `${name} ${number(Math.round(length))} µm`);
  const soma = compartments.includes("soma") ? "about its soma" : "without a soma";
  return `${number(scene.count)} points drawn ${soma}; ${width} µm wide, ${height} µm high, ${depth} µm deep${parts.length ? `; ${parts.join(", ")}` : ""}.`;
}
