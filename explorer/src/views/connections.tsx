// /explore/connections: who connects to whom, as a matrix that leads to the records.
import { apiParameters, changed, go, place, readable, to } from "../address";
import { api } from "../api/client";
import { useResource } from "../api/resource";
import type { Cell, Matrix } from "../api/shapes";
import { CopyAs } from "../parts/copy";
import { Downloads } from "../parts/download";
import { by, MatrixTable } from "../parts/matrix";
import { Pin, Pinned } from "../parts/pin";
import { Waiting } from "../parts/waiting";
import { counted } from "../words";

const WAYS: readonly (readonly [string, string])[] = [
  ["soma_region", "home region"],
  ["secondary_region", "every region reached"],
  ["layers", "layer"],
  ["cell_type", "cell type"],
  ["name", "neuron type"],
];

export function ConnectionsView() {
  const at = place.value;
  const asked = apiParameters(at);
  if (!asked.has("by")) asked.set("by", "soma_region");
  const query = readable(asked);
  const found = useResource<Matrix>(`/connections/matrix?${query}`);
  const effect = at.params.get("effect") ?? "";
  const matrix = found.data && only(found.data, effect);
  const count = matrix?.cells.reduce((sum, cell) => sum + cell.count, 0) ?? 0;
  return (
    <>
      <h1>Connections</h1>
      <p class="subtitle" id="matrix-help">
        Rows are presynaptic, columns postsynaptic; ▲ excitatory, ● inhibitory. A number leads to its connections; arrow
        keys move between them.
      </p>
      <Pinned />
      <div class="tools">
        <label class="select">
          <span>By</span>
          <select value={by()} onChange={(event) => go(changed(at, { by: event.currentTarget.value }))}>
            {WAYS.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label class="select">
          <span>Effect</span>
          <select value={effect} onChange={(event) => go(changed(at, { effect: event.currentTarget.value }))}>
            <option value="">both</option>
            <option value="excitatory">▲ excitatory</option>
            <option value="inhibitory">● inhibitory</option>
          </select>
        </label>
        {matrix && (
          <span class="quiet" role="status">
            {counted(count, "entry", "entries")} in {counted(matrix.cells.length, "cell")}
          </span>
        )}
        <a href={to("search", { data_type: "connection" })}>as a list</a>
      </div>
      <Waiting resource={found} what="matrix">
        {matrix &&
          (matrix.cells.length > 0 ? (
            <section class="panel matrix-panel">
              <MatrixTable matrix={matrix} />
            </section>
          ) : (
            <p class="notice">
              No connection fits these filters. <a href={to("connections")}>Show all</a>
            </p>
          ))}
        {matrix && <Legend />}
      </Waiting>
      <div class="take">
        <Downloads targets={[{ label: "Download table", path: `/connections/matrix?${query}&format=csv` }]} />
        <CopyAs url={api(`/connections/matrix?${query}`)} />
        <Pin release={matrix?.generation} />
      </div>
    </>
  );
}

function Legend() {
  return (
    <p class="legend">
      {["none", "1–3", "4–9", "10–30", "more"].map((name, level) => (
        <span key={name}>
          <i class={`heat-${level}`} aria-hidden="true" /> {name}
        </span>
      ))}
    </p>
  );
}

/** The matrix of one effect: what the API counts apart in every cell. */
function only(matrix: Matrix, effect: string): Matrix {
  if (effect !== "excitatory" && effect !== "inhibitory") return matrix;
  const other = effect === "excitatory" ? "inhibitory" : "excitatory";
  const cells = matrix.cells
    .filter((cell) => cell[effect])
    .map((cell): Cell => ({ ...cell, count: cell[effect]!, [other]: 0 }));
  const used = (side: "presynaptic" | "postsynaptic") => new Set(cells.map((cell) => cell[side]));
  const [rows, columns] = [used("presynaptic"), used("postsynaptic")];
  return {
    ...matrix,
    rows: matrix.rows.filter((one) => rows.has(one)),
    columns: matrix.columns.filter((one) => columns.has(one)),
    cells,
  };
}
