// The picture of a record: our own drawing where its file is measured, else the source's, else a sign for its type.
import { useEffect, useRef, useState } from "preact/hooks";
import { own } from "../api/client";
import { useResource } from "../api/resource";
import type { HubRecord } from "../api/shapes";
import { dark } from "../state/theme";
import { hasFile, sourceName } from "../words";
import { isMeasured } from "./measures";

const LEAST = 16; // pixels: what is narrower is a stand-in, not a picture
const LEAST_ALONE = 100; // pixels of a picture that has a panel of its own

export function Picture({ record }: { record: HubRecord }) {
  const [failed, setFailed] = useState(0);
  const ways = [isMeasured(record) && "drawing", record.icon && "photo"].filter(Boolean);
  const next = () => setFailed((before) => before + 1);
  if (record.type === "connection") return <Effect record={record} />;
  if (ways[failed] === "drawing") return <Drawn record={record} onFail={next} />;
  if (ways[failed] === "photo") return <Loaded class="photo" address={own(record.icon!)} onFail={next} />;
  return <Placeholder record={record} />;
}

/** The API's drawing in the colours of the 3-D view, without its title and legend: the card has these. */
function Drawn({ record, onFail }: { record: HubRecord; onFail: () => void }) {
  const frame = useRef<HTMLSpanElement>(null);
  const [near, setNear] = useState(false);
  const [address, setAddress] = useState<string>();
  const path = `/records/${encodeURIComponent(record.id)}/preview.svg?theme=light`;
  const found = useResource<string>(near ? path : undefined, { as: "text", accept: "image/svg+xml" });
  useEffect(() => {
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some((one) => one.isIntersecting)) setNear(true);
      },
      { rootMargin: "300px" },
    );
    watch.observe(frame.current!);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (found.phase === "failed") onFail();
  }, [found.phase]);
  useEffect(() => {
    if (!found.data) return undefined;
    const made = URL.createObjectURL(new Blob([recoloured(found.data, frame.current!)], { type: "image/svg+xml" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [found.data, dark.value]);
  return (
    <span ref={frame} class="drawing" aria-busy={near && !address && found.phase !== "failed"}>
      {address && <Loaded class="drawn" address={address} onFail={onFail} />}
    </span>
  );
}

const PARTS = ["axon", "basal", "apical", "other"];

function recoloured(svg: string, place: Element): string {
  const style = getComputedStyle(place);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const rules = PARTS.map((part) => `.${part}{stroke:${colour(part)}}`).join("");
  const own = `path{fill:none;stroke-linejoin:round;stroke-linecap:round}text,.paper{display:none}.soma{fill:${colour("soma")}}${rules}`;
  return svg
    .replace(/<style>[^<]*<\/style>/, `<style>${own}</style>`)
    .replace('viewBox="0 0 640 560" width="640" height="560"', 'viewBox="10 40 620 470" width="620" height="470"')
    .replace(/<\/g>(?![\s\S]*<\/g>)[\s\S]*$/, "</g></svg>");
}

function Loaded({ class: name, address, onFail }: { class: string; address: string; onFail: () => void }) {
  return (
    <img
      key={address}
      class={name}
      src={address}
      alt=""
      width={300}
      height={206}
      loading="lazy"
      decoding="async"
      onError={onFail}
      onLoad={(event) => {
        if (event.currentTarget.naturalWidth < LEAST) onFail();
      }}
    />
  );
}

/** The source's own picture of a type; nothing where it cannot be had. */
export function SourcePicture({ record }: { record: HubRecord }) {
  const [failed, setFailed] = useState(false);
  if (failed) return null;
  return (
    <section class="panel pictured" aria-label="Picture">
      <img
        src={own(record.icon!)}
        alt={`${record.name}, as ${sourceName(record.source)} draws it`}
        onError={() => setFailed(true)}
        onLoad={(event) => {
          if (event.currentTarget.naturalWidth < LEAST_ALONE) setFailed(true);
        }}
      />
    </section>
  );
}

/** A connection: a triangle where it excites, a circle where it inhibits. */
function Effect({ record }: { record: HubRecord }) {
  return (
    <span class="effect" aria-hidden="true">
      {record.presynaptic?.synaptic_effect === "excitatory" ? "▲" : "●"}→
    </span>
  );
}

/** A sign for the kind of record; of a neuron also why there is no picture. */
function Placeholder({ record }: { record: HubRecord }) {
  if (record.type !== "morphology") return <Sign type={record.type} />;
  return (
    <span class="no-picture">
      <Sign type="morphology" />
      <span>{hasFile(record) ? "Not drawn yet: open it" : "No file at its source"}</span>
    </span>
  );
}

const SIGNS: Readonly<Record<string, string>> = {
  morphology:
    "M50 62V90M50 62 34 36M50 62 66 36M34 36 24 14M34 36 44 12M66 36 58 12M66 36 78 16M50 76 36 88M50 76 64 88",
  electrophysiology: "M8 66h24l6-46 8 62 6-30 4 14h36",
  single: "M22 30 50 16l28 14v34L50 82 22 64zM22 30l28 16 28-16M50 46v36",
};

function Sign({ type }: { type: string }) {
  return (
    <svg class="sign" viewBox="0 0 100 100" aria-hidden="true">
      <path d={SIGNS[type] ?? SIGNS["single"]!} />
      {type === "morphology" && <circle cx="50" cy="62" r="5" />}
    </svg>
  );
}
