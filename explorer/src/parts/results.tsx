// What a search found, as cards or as a table.
import { changed, place, to } from "../address";
import type { HubRecord, Measures } from "../api/shapes";
import { kindOf, list, measureName, number, sourceName, unitOf } from "../words";
import { BasketButton } from "./basket-button";
import { Picture } from "./picture";

export const recordAddress = (id: string): string =>
  to("records", { release: place.value.params.get("release") ?? undefined }, id);

export function Cards({ items }: { items: readonly HubRecord[] }) {
  return (
    <ul class="cards" aria-label="Results" role="list">
      {items.map((record) => (
        <li key={record.id}>
          <article class={record.type === "morphology" ? "card" : "card small"} aria-labelledby={`n-${record.id}`}>
            <a class="card-picture" href={recordAddress(record.id)} tabIndex={-1} aria-hidden="true">
              <Picture record={record} />
            </a>
            <div class="card-text">
              <h2 id={`n-${record.id}`}>
                <a href={recordAddress(record.id)}>{record.name}</a>
              </h2>
              {linesOf(record).map((line) => (
                <p key={line}>{line}</p>
              ))}
              <div class="card-foot">
                <span>{measuresOf(record)}</span>
                <BasketButton record={record} />
              </div>
            </div>
          </article>
        </li>
      ))}
    </ul>
  );
}

function linesOf(record: HubRecord): readonly string[] {
  const join = (...parts: unknown[]) => [...new Set(parts.flatMap(list))].join(" · ");
  const source = join(record.archive, sourceName(record.source));
  const lines: Readonly<Record<string, readonly string[]>> = {
    morphology: [join(record.species, record.secondary_region, record.cell_type), join(record.physical_integrity)],
    electrophysiology: [
      join(record.secondary_region?.slice(0, 4), record.etype, record.synaptic_effect),
      join(record.markers?.slice(0, 6)),
    ],
    connection: [
      join(
        record.presynaptic?.secondary_region?.[0] &&
          `${record.presynaptic.secondary_region[0]} to ${record.postsynaptic?.secondary_region?.[0]}`,
        record.presynaptic?.synaptic_effect,
      ),
    ],
    single: [join(list(record["modeling_application"]).slice(0, 2)), join(list(record["channels"]).slice(0, 5))],
  };
  return [...(lines[record.type] ?? []), source].filter(Boolean).slice(0, 3);
}

/** Length and forks as we measure them, else as the source does, and then it says so. */
function measuresOf(record: HubRecord): string {
  const ours = summaryOf(record.morphometry);
  const theirs = ours ? "" : summaryOf(record.source_morphometry);
  return ours || (theirs && `${theirs} (source’s)`) || (record.type === "morphology" ? "" : kindOf(record));
}

function summaryOf(measures: Measures | undefined): string {
  const length = measures?.["length"];
  const forks = measures?.["bifurcations"];
  return [typeof length === "number" && `${number(length)} µm`, typeof forks === "number" && `${number(forks)} forks`]
    .filter(Boolean)
    .join(" · ");
}

export const COLUMNS: readonly string[] = [
  "name",
  "type",
  "source",
  "species",
  "strain",
  "gender",
  "age_classification",
  "secondary_region",
  "soma_region",
  "layers",
  "cell_type",
  "etype",
  "synaptic_effect",
  "physical_integrity",
  "archive",
  "stain",
  "protocol",
  "presynaptic.name",
  "postsynaptic.name",
  "channels",
  "model_types",
  "morphometry.length",
  "morphometry.surface",
  "morphometry.volume",
  "morphometry.bifurcations",
  "morphometry.tips",
  "morphometry.stems",
  "morphometry.max_branch_order",
  "morphometry.max_path_distance",
  "morphometry.height",
  "morphometry.width",
  "soma_surface",
];
const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  morphology: [
    "name",
    "species",
    "secondary_region",
    "cell_type",
    "archive",
    "morphometry.length",
    "morphometry.bifurcations",
  ],
  electrophysiology: ["name", "secondary_region", "cell_type", "etype", "synaptic_effect", "source"],
  connection: ["presynaptic.name", "postsynaptic.name", "source"],
  model: ["name", "channels", "model_types", "source"],
  any: ["name", "type", "secondary_region", "cell_type", "species", "source"],
};
const SORTABLE = /^(name|soma_surface|morphometry\..+)$/;

export function chosenColumns(): readonly string[] {
  const { params } = place.value;
  const chosen = (params.get("columns") ?? "").split(",").filter(Boolean);
  const kind = params.get("index") === "model" ? "model" : (params.get("data_type") ?? "any");
  return chosen.length ? chosen : (DEFAULTS[kind] ?? DEFAULTS["any"]!);
}

export function valueAt(record: HubRecord, column: string): unknown {
  return column
    .split(".")
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], record);
}

function cellText(record: HubRecord, column: string): string {
  const value = valueAt(record, column);
  if (typeof value === "number") return number(value);
  if (column === "source") return sourceName(record.source);
  return column === "type" ? kindOf(record) : list(value).join(", ");
}

export function Table({ items }: { items: readonly HubRecord[] }) {
  const columns = chosenColumns();
  const linked = columns.includes("name") ? "name" : columns[0];
  return (
    <div class="scroller" tabIndex={0} role="region" aria-label="Results table">
      <table class="results" aria-label="Results">
        <thead>
          <tr>
            {columns.map((column) => (
              <Header key={column} column={column} />
            ))}
            <th scope="col">Basket</th>
          </tr>
        </thead>
        <tbody>
          {items.map((record) => (
            <tr key={record.id}>
              {columns.map((column) => {
                const text = cellText(record, column) || "–";
                const content =
                  column === linked ? <a href={recordAddress(record.id)}>{text === "–" ? record.name : text}</a> : text;
                return column === linked ? (
                  <th key={column} scope="row">
                    {content}
                  </th>
                ) : (
                  <td key={column} class={typeof valueAt(record, column) === "number" ? "numeric" : ""}>
                    {content}
                  </td>
                );
              })}
              <td>
                <BasketButton record={record} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Header({ column }: { column: string }) {
  const sort = place.value.params.get("sort") ?? "";
  const state = sort === column ? "ascending" : sort === `-${column}` ? "descending" : undefined;
  const name = column.startsWith("morphometry.") ? measureName(column.slice(12)) : columnName(column);
  const unit = unitOf(column);
  const text = unit ? `${name} (${unit})` : name;
  const next = state === "ascending" ? `-${column}` : state === "descending" ? undefined : column;
  return (
    <th scope="col" aria-sort={state}>
      {SORTABLE.test(column) ? (
        <a href={changed(place.value, { sort: next, shown: undefined })}>
          {text}
          <span aria-hidden="true">{state === "ascending" ? " ▲" : state === "descending" ? " ▼" : ""}</span>
        </a>
      ) : (
        text
      )}
    </th>
  );
}

export function columnName(column: string): string {
  const names: Readonly<Record<string, string>> = {
    secondary_region: "Region",
    soma_region: "Home region",
    gender: "Sex",
    "presynaptic.name": "From",
    "postsynaptic.name": "To",
  };
  return names[column] ?? measureName(column.replace(/^morphometry\./, ""));
}
