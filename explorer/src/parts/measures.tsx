// The measures of one neuron or several, against the distribution of their cell type.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { forget, useResource } from "../api/resource";
import { histogramOf, type Histogram, type HubRecord, type Measures, type SearchPage } from "../api/shapes";
import { hasFile, list, MEASURES, measureName, measureText, number } from "../words";

const MEASURED_AFTER = 4_000; // ms: the first look at a file has it measured
const LONGEST_WAIT = 8_000; // ms between two looks
const LOOKS = 60; // until measures are published, some eight minutes
const PARTS = ["axon", "basal_dendrite", "apical_dendrite", "dendrites"];

/** `length`, `axon.length`: every measure by its dotted name, whichever way the record nests them. */
export function flat(measures: Measures | undefined, before = ""): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [name, value] of Object.entries(measures ?? {})) {
    if (typeof value === "number") found[before + name] = value;
    else if (value && typeof value === "object") Object.assign(found, flat(value as Measures, `${before}${name}.`));
  }
  return found;
}

/** Viewing a record has its file fetched and measured: look again when that may be done. */
export function useMeasuresLater(record: HubRecord | undefined, path: string, reload: () => void): void {
  const looks = useRef(0);
  const missing = record?.type === "morphology" && hasFile(record) && !isMeasured(record);
  useEffect(() => {
    if (!missing || looks.current >= LOOKS) return undefined;
    const timer = setTimeout(
      () => {
        looks.current += 1;
        forget(path);
        reload();
      },
      Math.min(MEASURED_AFTER * 1.4 ** looks.current, LONGEST_WAIT),
    );
    return () => clearTimeout(timer);
  }, [missing, path, record]);
}

export const isMeasured = (record: HubRecord): boolean => Object.keys(record.morphometry ?? {}).length > 0;

export type Distribution = Readonly<Record<string, Histogram>>;

/** How the measures are spread among records of the same cell type (and none without a type). */
export function useDistribution(record: HubRecord | undefined): { spread: Distribution; count: number; type: string } {
  const type = record ? cellType(record) : "";
  const facets = Object.keys(MEASURES)
    .map((name) => `morphometry.${name}`)
    .join(",");
  const query = new URLSearchParams({ data_type: "morphology", cell_type: type, facets, size: "1" });
  const found = useResource<SearchPage>(type ? `/search/dataset?${query}` : undefined);
  const spread: Record<string, Histogram> = {};
  for (const [name, facet] of Object.entries(found.data?.facets ?? {})) {
    const histogram = histogramOf(facet);
    if (histogram?.bins.length) spread[name.replace(/^morphometry\./, "")] = histogram;
  }
  return { spread, count: Math.max(0, ...Object.values(spread).map((one) => one.count)), type };
}

/** The class that tells a record's cell apart. */
export const cellType = (record: HubRecord): string => record.cell_type ?? list(record.cell_types).at(-1) ?? "";

export function MeasuresTable({ record }: { record: HubRecord }) {
  const ours = flat(record.morphometry);
  const theirs = flat(record.source_morphometry);
  const { spread, count, type } = useDistribution(record);
  const names = ordered([...Object.keys(ours), ...Object.keys(theirs)]);
  if (!names.length) return <p class="quiet pad">Not measured yet: the measures come with the file.</p>;
  const whole = names.filter((name) => !PARTS.includes(name.split(".")[0]!));
  const parts = names.filter((name) => PARTS.includes(name.split(".")[0]!));
  const both = Object.keys(theirs).length > 0;
  const rows = (shown: readonly string[]) => (
    <tbody>
      {shown.map((name) => (
        <tr key={name}>
          <th scope="row">{measureName(name)}</th>
          <td class="numeric">{measureText(name, ours[name])}</td>
          {both && <td class="numeric quiet">{measureText(name, theirs[name])}</td>}
          <td>
            {spread[name] && ours[name] !== undefined && <Strip histogram={spread[name]} values={[ours[name]]} />}
          </td>
        </tr>
      ))}
    </tbody>
  );
  const head = (last: ComponentChildren) => (
    <thead>
      <tr>
        <th scope="col">Measure</th>
        <th scope="col" class="numeric">
          Ours
        </th>
        {both && (
          <th scope="col" class="numeric">
            Source’s
          </th>
        )}
        <th scope="col">{last}</th>
      </tr>
    </thead>
  );
  return (
    <>
      <table class="measures" aria-label="Measures">
        {head(count > 0 ? `Among ${number(count)} of type ${type}` : <span class="unseen">Distribution</span>)}
        {rows(whole)}
        {parts.length > 0 && parts.length < 9 && rows(parts)}
      </table>
      {parts.length >= 9 && (
        <details class="unfold">
          <summary>By compartment</summary>
          <table class="measures" aria-label="Measures by compartment">
            {head(<span class="unseen">Distribution</span>)}
            {rows(parts)}
          </table>
        </details>
      )}
      {both && <Definitions />}
    </>
  );
}

/** Belongs wherever measures of ours and of a source are seen together; the figures are docs/morphology.md's. */
export function Definitions() {
  return (
    <p class="notice warn">
      Ours follow NeuroM’s definitions, the source’s follow L-Measure’s: never compare one with the other. The source’s
      volumes are some 50 % larger, its extents 10 to 24 % smaller (medians).
    </p>
  );
}

export function ordered(names: readonly string[]): readonly string[] {
  const order = Object.keys(MEASURES);
  const rank = (name: string) => {
    const parts = name.split(".");
    const measure = order.indexOf(parts.at(-1)!);
    return (parts.length > 1 ? 100 * (1 + PARTS.indexOf(parts[0]!)) : 0) + (measure < 0 ? 99 : measure);
  };
  return [...new Set(names)].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}

/** The middle half of the type as a box, each value as a mark: in words for those who do not see it. */
export function Strip({
  histogram,
  values,
  marks = [],
}: {
  histogram: Histogram;
  values: readonly (number | undefined)[];
  marks?: readonly string[];
}) {
  const [low = 0, middle = 0, high = 0] = histogram.quartiles;
  const known = values.filter((one): one is number => one !== undefined);
  const least = Math.min(histogram.bins[0]!.from, ...known);
  const most = Math.max(histogram.bins.at(-1)!.to, ...known);
  const squeeze = least > 0 && most / Math.max(middle, 1e-9) > 8 ? Math.log : (x: number) => x;
  const at = (value: number) => `${(100 * (squeeze(value) - squeeze(least))) / (squeeze(most) - squeeze(least) || 1)}%`;
  const right = (value: number) => `calc(100% - ${at(value)})`;
  const place = (value: number) =>
    value < low ? "below the middle half" : value > high ? "above the middle half" : "within the middle half";
  return (
    <span
      class="strip"
      role="img"
      aria-label={`Middle half ${number(low)} to ${number(high)}; ${known.map((one) => `${number(one)} is ${place(one)}`).join(", ")}`}
    >
      <i class="box" style={{ left: at(low), right: right(high) }} />
      <i class="median" style={{ left: at(middle) }} />
      {values.map(
        (value, i) => value !== undefined && <i key={i} class={`mark ${marks[i] ?? ""}`} style={{ left: at(value) }} />,
      )}
    </span>
  );
}
