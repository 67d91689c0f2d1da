// The picture of a record: our own drawing where its file is measured, else the source's, else a sign for its type.
import { useState } from "preact/hooks";
import { api, own } from "../api/client";
import type { HubRecord } from "../api/shapes";
import { dark } from "../state/theme";

export function Picture({ record }: { record: HubRecord }) {
  const [failed, setFailed] = useState(0);
  const addresses = [drawing(record), record.icon && own(record.icon)].filter((one): one is string => Boolean(one));
  const address = addresses[failed];
  if (record.type === "connection") return <Pair record={record} />;
  if (!address) return <Sign type={record.type} />;
  const ours = address === drawing(record);
  return (
    <img
      key={address}
      class={ours ? "drawing" : "photo"}
      src={address}
      alt=""
      width={300}
      height={206}
      loading="lazy"
      decoding="async"
      onError={() => setFailed(failed + 1)}
    />
  );
}

const drawing = (record: HubRecord): string | undefined =>
  record.morphometry && Object.keys(record.morphometry).length > 0
    ? api(`/records/${encodeURIComponent(record.id)}/preview.svg${dark.value ? "?theme=dark" : "?theme=light"}`)
    : undefined;

/** A connection: the two types, excitatory as a triangle, inhibitory as a circle. */
function Pair({ record }: { record: HubRecord }) {
  const [before, after] = [record.presynaptic, record.postsynaptic];
  return (
    <span class="pair">
      <span>{before?.cell_type ?? before?.name}</span>
      <b aria-hidden="true">{before?.synaptic_effect === "excitatory" ? "▲" : "●"} →</b>
      <span>{after?.cell_type ?? after?.name}</span>
    </span>
  );
}

const SIGNS: Readonly<Record<string, string>> = {
  morphology: "M50 62V90M50 62 34 36M50 62 66 36M34 36 24 14M34 36 44 12M66 36 58 12M66 36 78 16M50 76 36 88M50 76 64 88",
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
