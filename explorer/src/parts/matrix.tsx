// The matrix as a real table: each cell a link to the connections that it counts; one tab stop, arrow keys within.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { base, place, to } from "../address";
import type { Cell, Matrix } from "../api/shapes";
import { number } from "../words";

const LEVELS = [0, 3, 9, 30]; // counts up to which a cell has its shade

const FEW = 8; // columns that have room for larger cells

interface Position {
  readonly row: number;
  readonly column: number;
}

/** Regions and layers along the circuit, as the field draws them; all else as the API orders it. */
const CIRCUIT = ["DG", "CA3", "CA2", "CA1", "SUB", "EC"];

function alongCircuit(names: readonly string[]): readonly string[] {
  const rank = (name: string) => CIRCUIT.indexOf(name.split(/[: ]/)[0]!.toUpperCase());
  return names.some((name) => rank(name) < 0) ? names : [...names].sort((a, b) => rank(a) - rank(b));
}

export function MatrixTable({ matrix: given }: { matrix: Matrix }) {
  const matrix = useMemo(
    () => ({ ...given, rows: alongCircuit(given.rows), columns: alongCircuit(given.columns) }),
    [given],
  );
  const cells = new Map(matrix.cells.map((cell) => [`${cell.presynaptic}\n${cell.postsynaptic}`, cell]));
  const cellAt = (row: string, column: string) => cells.get(`${row}\n${column}`);
  const first = firstLink(matrix, cellAt);
  const [stop, setStop] = useState<Position>(first);
  const [hover, setHover] = useState<Position>();
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => setStop(first), [matrix]);
  const cross = hover ?? { row: -1, column: -1 };

  const press = (event: KeyboardEvent) => {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    const edge = event.key === "Home" || event.key === "End";
    if (!step && !edge) return;
    event.preventDefault();
    const next = edge
      ? endOf(matrix, cellAt, stop, event.key === "Home")
      : nextLink(matrix, cellAt, stop, step as [number, number]);
    setStop(next);
    table.current?.querySelector<HTMLAnchorElement>(`[data-at="${next.row}-${next.column}"]`)?.focus();
  };
  const total = (list: readonly (Cell | undefined)[]) => list.reduce((sum, cell) => sum + (cell?.count ?? 0), 0);

  return (
    <div class="scroller matrix-scroller">
      <table
        ref={table}
        class={matrix.columns.length > FEW ? "matrix" : "matrix few"}
        aria-label="Connections"
        aria-describedby="matrix-help"
        onKeyDown={press}
        onMouseLeave={() => setHover(undefined)}
      >
        <thead>
          <tr>
            <th scope="col" class="corner">
              from ↓ to →
            </th>
            {matrix.columns.map((column, c) => (
              <th key={column} scope="col" class={cross.column === c ? "cross" : ""}>
                <a href={sideAddress("postsynaptic", column)} tabIndex={-1}>
                  {column}
                </a>
              </th>
            ))}
            <th scope="col" class="sum">
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row, r) => (
            <tr key={row} class={cross.row === r ? "cross" : ""}>
              <th scope="row">
                <a href={sideAddress("presynaptic", row)} tabIndex={-1}>
                  {row}
                </a>
              </th>
              {matrix.columns.map((column, c) => {
                const cell = cellAt(row, column);
                return (
                  <td
                    key={column}
                    class={`heat-${levelOf(cell?.count ?? 0)}${cross.column === c ? " cross" : ""}`}
                    onMouseEnter={() => setHover({ row: r, column: c })}
                  >
                    {cell ? (
                      <Filled
                        cell={cell}
                        at={`${r}-${c}`}
                        stop={stop.row === r && stop.column === c}
                        focus={() => {
                          setStop({ row: r, column: c });
                          setHover({ row: r, column: c });
                        }}
                      />
                    ) : (
                      <span class="none">·</span>
                    )}
                  </td>
                );
              })}
              <td class="sum">{number(total(matrix.columns.map((column) => cellAt(row, column))))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" class="sum">
              All
            </th>
            {matrix.columns.map((column) => (
              <td key={column} class="sum">
                {number(total(matrix.rows.map((row) => cellAt(row, column))))}
              </td>
            ))}
            <td class="sum">{number(total(matrix.cells))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Filled({ cell, at, stop, focus }: { cell: Cell; at: string; stop: boolean; focus: () => void }) {
  return (
    <>
      <a
        href={cellAddress(cell)}
        data-at={at}
        tabIndex={stop ? 0 : -1}
        onFocus={focus}
        aria-label={`${cell.presynaptic} to ${cell.postsynaptic}: ${cell.count}`}
      >
        {number(cell.count)}
      </a>
      <small>
        {cell.excitatory ? (
          <span>
            <span aria-hidden="true">▲</span>
            <span class="unseen"> excitatory </span>
            {cell.excitatory}
          </span>
        ) : null}
        {cell.inhibitory ? (
          <span>
            <span aria-hidden="true">●</span>
            <span class="unseen"> inhibitory </span>
            {cell.inhibitory}
          </span>
        ) : null}
      </small>
    </>
  );
}

const levelOf = (count: number): number => (count > LEVELS[3]! ? 4 : LEVELS.findIndex((most) => count <= most));

/** The search that lists what a cell counts: the API's own link, as an address of the explorer. */
function cellAddress(cell: Cell): string {
  if (cell.link) {
    const url = new URL(cell.link, location.origin);
    const index = /\/search\/(\w+)/.exec(url.pathname.slice(base.length))?.[1] ?? "dataset";
    const params = new URLSearchParams([["index", index], ...url.searchParams]);
    for (const name of ["facets", "size", "page"]) params.delete(name);
    return to("search", params);
  }
  const params = filters();
  params.set(`presynaptic.${by()}`, cell.presynaptic);
  params.set(`postsynaptic.${by()}`, cell.postsynaptic);
  return to("search", params);
}

function sideAddress(side: string, value: string): string {
  const params = filters();
  params.set(`${side}.${by()}`, value);
  return to("search", params);
}

export const by = (): string => place.value.params.get("by") ?? "soma_region";

function filters(): URLSearchParams {
  const params = new URLSearchParams(place.value.params);
  for (const name of ["by", "show", "effect"]) params.delete(name);
  params.set("data_type", "connection");
  return params;
}

type CellAt = (row: string, column: string) => Cell | undefined;

function firstLink(matrix: Matrix, cellAt: CellAt): Position {
  for (const [r, row] of matrix.rows.entries()) {
    const c = matrix.columns.findIndex((column) => cellAt(row, column));
    if (c >= 0) return { row: r, column: c };
  }
  return { row: 0, column: 0 };
}

/** The nearest filled cell in a direction: straight on first, else the closest in the next row or column with one. */
function nextLink(matrix: Matrix, cellAt: CellAt, from: Position, [down, right]: readonly [number, number]): Position {
  const filled = (row: number, column: number) =>
    cellAt(matrix.rows[row] ?? "", matrix.columns[column] ?? "") !== undefined;
  const [rows, columns] = [matrix.rows.length, matrix.columns.length];
  for (
    let row = from.row + down, column = from.column + right;
    row >= 0 && row < rows && column >= 0 && column < columns;
    row += down, column += right
  ) {
    const line = Array.from({ length: down ? columns : rows }, (_, i) => i).filter((i) =>
      down ? filled(row, i) : filled(i, column),
    );
    const here = down ? from.column : from.row;
    const nearest = line.sort((a, b) => Math.abs(a - here) - Math.abs(b - here))[0];
    if (nearest !== undefined) return down ? { row, column: nearest } : { row: nearest, column };
  }
  return from;
}

function endOf(matrix: Matrix, cellAt: CellAt, from: Position, start: boolean): Position {
  const filled = matrix.columns.flatMap((column, c) => (cellAt(matrix.rows[from.row]!, column) ? [c] : []));
  return { row: from.row, column: (start ? filled[0] : filled.at(-1)) ?? from.column };
}
