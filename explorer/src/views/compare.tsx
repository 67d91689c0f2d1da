// /explore/compare?ids=a,b: up to four neurons to one scale, turned together, with their measures side by side.
import { useMemo, useState } from "preact/hooks";
import { changed, go, place, to } from "../address";
import { api } from "../api/client";
import { useResource, type Resource } from "../api/resource";
import type { Drawing, HubRecord } from "../api/shapes";
import type { Camera } from "../neuron/camera";
import { CopyAs } from "../parts/copy";
import {
  cellType,
  Definitions,
  type Distribution,
  flat,
  ordered,
  Strip,
  useDistribution,
  useMeasuresLater,
} from "../parts/measures";
import { NeuronCanvas, type Neuron } from "../parts/neuron";
import { drawingPath, hiddenParts, useCamera, useNeuron } from "../parts/neuron-panel";
import { Pin, Pinned } from "../parts/pin";
import { recordAddress } from "../parts/results";
import { Failure, Waiting } from "../parts/waiting";
import { basket } from "../state/basket";
import { measureName, measureText, number, sourceName } from "../words";
import { recordPath } from "./record";

const MOST = 4;
const MARKS = ["a", "b", "c", "d"] as const;

export const comparedIds = (): readonly string[] =>
  [...new Set((place.value.params.get("ids") ?? "").split(",").filter(Boolean))].slice(0, MOST);

export function CompareView() {
  const ids = comparedIds();
  // four hooks whatever the number, as hooks want it
  const records = [0, 1, 2, 3].map((i) => useResource<HubRecord>(ids[i] ? recordPath(ids[i]) : undefined));
  const release = place.value.params.get("release");
  const present = ids.map((_, i) => records[i]!.data).filter((one): one is HubRecord => one !== undefined);
  return (
    <>
      <h1>Compare</h1>
      <p class="subtitle">Up to four neurons to one scale; turning one turns all.</p>
      <Pinned />
      <Choice ids={ids} />
      {ids.length > 0 && <Pictures ids={ids} records={records} />}
      {present.length > 0 && <MeasuresCompared records={present} />}
      {ids.length > 0 && (
        <div class="take">
          <CopyAs
            url={api(`/export/dataset?ids=${ids.join(",")}&format=ndjson${release ? `&release=${release}` : ""}`)}
          />
          <Pin release={present[0]?.generation} />
        </div>
      )}
    </>
  );
}

/** What else can be compared: morphologies of the basket, or any by its identifier. */
function Choice({ ids }: { ids: readonly string[] }) {
  const [typed, setTyped] = useState("");
  const offered = basket.value.filter((one) => one.type === "morphology" && !ids.includes(one.id));
  const add = (id: string) => id && go(changed(place.value, { ids: [...ids, id].slice(-MOST).join(",") }));
  return (
    <div class="tools">
      {ids.length < MOST && (
        <form
          class="inline"
          onSubmit={(event) => {
            event.preventDefault();
            add(typed.trim());
            setTyped("");
          }}
        >
          <label>
            Add by identifier{" "}
            <input
              type="text"
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
              placeholder="neuromorpho-227"
            />
          </label>
          <button type="submit">Add</button>
        </form>
      )}
      {ids.length < MOST &&
        offered.slice(0, 6).map((one) => (
          <button key={one.id} type="button" onClick={() => add(one.id)}>
            Add {one.name}
          </button>
        ))}
      {ids.length === 0 && offered.length === 0 && (
        <p class="quiet">
          Put neurons into the basket, or <a href={to("search", { data_type: "morphology" })}>search for some</a>.
        </p>
      )}
    </div>
  );
}

function Pictures({ ids, records }: { ids: readonly string[]; records: readonly Resource<HubRecord>[] }) {
  const { neuron, problem } = useNeuron();
  const camera = useCamera(neuron);
  const [fits, setFits] = useState<Readonly<Record<string, number>>>({});
  const hide = place.value.params.get("hide");
  const hidden = useMemo(() => hiddenParts(hide), [hide]);
  const known = ids.map((id) => fits[id]).filter((one): one is number => one !== undefined);
  const scale = known.length > 1 ? Math.min(...known) : undefined;
  if (problem) return <Failure problem={problem} what="3-D view" retry={() => location.reload()} />;
  return (
    <ul class={`compared of-${ids.length}`} role="list">
      {ids.map((id, i) => (
        <li key={id} class="panel">
          <Waiting resource={records[i]!} what={id} />
          <Later id={id} resource={records[i]!} />
          {neuron && camera && (
            <One
              id={id}
              mark={MARKS[i]!}
              record={records[i]!.data}
              neuron={neuron}
              camera={camera}
              hidden={hidden}
              scale={scale}
              ids={ids}
              onFit={(fit) => setFits((before) => ({ ...before, [id]: fit }))}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Looks again at a record whose measures are still to come. */
function Later({ id, resource }: { id: string; resource: Resource<HubRecord> }) {
  useMeasuresLater(resource.data, recordPath(id), resource.retry);
  return null;
}

interface OneProps {
  readonly id: string;
  readonly ids: readonly string[];
  readonly mark: string;
  readonly record: HubRecord | undefined;
  readonly neuron: Neuron;
  readonly camera: Camera;
  readonly hidden: ReadonlySet<string>;
  readonly scale: number | undefined;
  readonly onFit: (fit: number) => void;
}

function One({ id, ids, mark, record, neuron, camera, hidden, scale, onFit }: OneProps) {
  const drawing = useResource<Drawing>(drawingPath(id));
  const others = ids.filter((one) => one !== id);
  return (
    <>
      <h2>
        <i class={`mark-sign ${mark}`} aria-hidden="true" /> <a href={recordAddress(id)}>{record?.name ?? id}</a>{" "}
        <button
          type="button"
          class="link"
          aria-label={`Remove ${record?.name ?? id}`}
          onClick={() => go(changed(place.value, { ids: others.join(",") }))}
        >
          ✕
        </button>
      </h2>
      {record && (
        <p class="quiet pad">
          {[record.species, record.secondary_region?.[0], cellType(record)].filter(Boolean).join(" · ")}
        </p>
      )}
      <Waiting resource={drawing} what="3-D view">
        {drawing.data && record && (
          <NeuronCanvas
            small
            name={record.name}
            credit={sourceName(record.source)}
            points={drawing.data}
            neuron={neuron}
            camera={camera}
            hidden={hidden}
            scale={scale}
            onFit={onFit}
            onHide={(next) => go(changed(place.value, { hide: [...next].join(",") }))}
          />
        )}
      </Waiting>
    </>
  );
}

function MeasuresCompared({ records }: { records: readonly HubRecord[] }) {
  const { spread, count, type } = useDistribution(records[0]);
  const ours = records.map((record) => flat(record.morphometry));
  const theirs = records.map((record) => flat(record.source_morphometry));
  const names = namesOf(ours);
  const sourceNames = namesOf(theirs);
  return (
    <section class="panel">
      <h2>Measures</h2>
      <div class="scroller" tabIndex={0} role="region" aria-label="Measures, scrollable">
        {names.length + sourceNames.length === 0 && (
          <p class="quiet pad" role="status">
            None of these is measured yet: the measures come with the files.
          </p>
        )}
        <table class="measures" aria-label="Measures" hidden={names.length + sourceNames.length === 0}>
          <thead>
            <tr>
              <th scope="col">Measure</th>
              {records.map((record, i) => (
                <th key={record.id} scope="col" class="numeric">
                  <i class={`mark-sign ${MARKS[i]}`} aria-hidden="true" /> {record.name}
                </th>
              ))}
              <th scope="col">
                {count > 0 ? `Among ${number(count)} of type ${type}` : <span class="unseen">Distribution</span>}
              </th>
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <Row key={name} name={name} label={measureName(name)} measured={ours} spread={spread} />
            ))}
            {sourceNames.map((name) => (
              <Row
                key={`source ${name}`}
                name={name}
                label={`${measureName(name)} (source’s)`}
                measured={theirs}
                spread={{}}
              />
            ))}
          </tbody>
        </table>
      </div>
      {sourceNames.length > 0 && <Definitions />}
    </section>
  );
}

/** What any of these has, of the whole neuron. */
const namesOf = (measured: readonly Record<string, number>[]): readonly string[] =>
  ordered(measured.flatMap((one) => Object.keys(one))).filter((name) => !name.includes("."));

interface RowProps {
  readonly name: string;
  readonly label: string;
  readonly measured: readonly Record<string, number>[];
  readonly spread: Distribution;
}

function Row({ name, label, measured, spread }: RowProps) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {measured.map((one, i) => (
        <td key={i} class="numeric">
          {measureText(name, one[name])}
        </td>
      ))}
      <td>
        {spread[name] && <Strip histogram={spread[name]} values={measured.map((one) => one[name])} marks={MARKS} />}
      </td>
    </tr>
  );
}
