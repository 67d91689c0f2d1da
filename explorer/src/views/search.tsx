// /explore/search: what is found, what was understood, and what narrows it.
import { useMemo, useState } from "preact/hooks";
import { apiParameters, changed, filtersAt, go, place, readable, to } from "../address";
import { api } from "../api/client";
import { indexAt, MOST, PAGE, recordsPath, searchPath, shownAt } from "../api/first-page";
import { useAfterPaint, useResource } from "../api/resource";
import type { SearchPage } from "../api/shapes";
import { CopyAs } from "../parts/copy";
import { Downloads } from "../parts/download";
import { FacetList, type Facets } from "../parts/facets";
import { Pin, Pinned } from "../parts/pin";
import { Cards, chosenColumns, columnName, COLUMNS, Table } from "../parts/results";
import { Suggested, Understood } from "../parts/understood";
import { Waiting } from "../parts/waiting";
import { counted, facetName, number, typeNames } from "../words";

const HISTOGRAMS = ["length", "bifurcations", "tips", "height", "max_path_distance", "surface"]
  .map((name) => `morphometry.${name}`)
  .join(",");

export function SearchView() {
  const at = place.value;
  const index = indexAt(at);
  const shown = shownAt(at);
  const asked = apiParameters(at);
  const path = recordsPath(at);
  const hits = useResource<SearchPage>(path);
  const page = hits.data;
  // results first: facets cost the engine as much again
  const arrived = useAfterPaint(hits.path === path && page !== undefined ? path : undefined) !== undefined;
  const facets = useResource<SearchPage>(arrived ? searchPath(index, asked, { facets: "all", size: "1" }) : undefined);
  const measured = index === "dataset" && at.params.get("data_type") === "morphology";
  const measures = useResource<SearchPage>(
    arrived && measured ? searchPath(index, asked, { facets: HISTOGRAMS, size: "1" }) : undefined,
  );
  const counts = useMemo(
    () => facets.data?.facets && { ...facets.data.facets, ...(measured ? measures.data?.facets : {}) },
    [facets.data, measures.data, measured],
  );
  const table = at.params.get("view") === "table";
  const how = ["columns", "sort", "release", "data_type", "index"].map((name) => at.params.get(name)).join();
  // the same element again while what it shows is the same: a click need not compare a hundred cards
  const list = useMemo(
    () => page && page.items.length > 0 && (table ? <Table items={page.items} /> : <Cards items={page.items} />),
    [page, table, how],
  );
  const busy = hits.phase === "loading" && page !== undefined;
  return (
    <>
      <Types />
      <Pinned />
      {page && <Understood page={page} />}
      <div class="search-layout">
        <Filters facets={counts} waiting={facets} />
        <section class="found" aria-label="Found" aria-busy={busy}>
          {busy && <span class="thin-bar" aria-hidden="true" />}
          <div class="tools">
            <h1>
              {page ? (
                <>
                  <span class="total">{number(page.total)}</span> {page.total === 1 ? "record" : "records"}
                </>
              ) : (
                "Search"
              )}
            </h1>
            <span class="unseen" role="status">
              {page && !busy ? `${counted(page.total, "record")} found` : ""}
            </span>
            <div class="joined" role="group" aria-label="Show as">
              <button type="button" aria-pressed={!table} onClick={() => go(changed(at, { view: undefined }))}>
                Cards
              </button>
              <button type="button" aria-pressed={table} onClick={() => go(changed(at, { view: "table" }))}>
                Table
              </button>
            </div>
            <Sort />
            {table && <Columns />}
          </div>
          {page && <Suggested page={page} />}
          <Waiting resource={hits} what="results">
            <div class={busy ? "stale" : ""}>
              {list}
              {page && page.total === 0 && <Nothing />}
            </div>
          </Waiting>
          {page && page.items.length < page.total && (
            <More shown={shown} total={page.total} there={page.items.length} />
          )}
          {page && <Take index={index} asked={asked} total={page.total} release={page.generation} />}
        </section>
      </div>
    </>
  );
}

const TYPES: readonly (readonly [string, Record<string, string>])[] = [
  ["All datasets", {}],
  [typeNames("morphology"), { data_type: "morphology" }],
  [typeNames("electrophysiology"), { data_type: "electrophysiology" }],
  [typeNames("connection"), { data_type: "connection" }],
  [typeNames("model"), { index: "model" }],
];

function Types() {
  const { params } = place.value;
  const kept = {
    q: params.get("q") ?? undefined,
    literal: params.get("literal") ?? undefined,
    view: params.get("view") ?? undefined,
  };
  const here = params.get("index") === "model" ? "model" : (params.get("data_type") ?? "");
  return (
    <nav class="types" aria-label="Kinds of records">
      {TYPES.map(([name, own]) => (
        <a
          key={name}
          href={to("search", { ...own, ...kept })}
          aria-current={(own["index"] ?? own["data_type"] ?? "") === here ? "page" : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

function Filters({
  facets,
  waiting,
}: {
  facets: Facets | undefined;
  waiting: ReturnType<typeof useResource<SearchPage>>;
}) {
  const [open, setOpen] = useState(false);
  const count = filtersAt(place.value).length;
  const groups = useMemo(() => facets && <FacetList facets={facets} />, [facets]);
  return (
    <aside
      class={open ? "filters open" : "filters"}
      aria-label="Filters"
      aria-busy={waiting.phase === "loading" && !facets}
    >
      <button type="button" class="filters-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        Filters{count > 0 && ` (${count})`}
      </button>
      <div class="filters-body">
        {count > 0 && (
          <a class="clear" href={withoutFilters()}>
            Clear {counted(count, "filter")}
          </a>
        )}
        {groups}
        {!facets && waiting.phase === "failed" && <Waiting resource={waiting} what="filters" />}
        {open && (
          <button type="button" class="filters-done first" onClick={() => setOpen(false)}>
            Show results
          </button>
        )}
      </div>
    </aside>
  );
}

function withoutFilters(): string {
  const names = new Set(filtersAt(place.value).map(([name]) => name));
  return changed(place.value, { ...Object.fromEntries([...names].map((name) => [name, undefined])), shown: undefined });
}

const SORTS: readonly (readonly [string, string])[] = [
  ["", "best match"],
  ["name", "name, A to Z"],
  ["-name", "name, Z to A"],
  ["-morphometry.length", "longest first"],
  ["morphometry.length", "shortest first"],
  ["-morphometry.tips", "most tips first"],
];

function Sort() {
  const { params } = place.value;
  const measured = params.get("data_type") === "morphology";
  const now = params.get("sort") ?? "";
  const offered = SORTS.filter(([value]) => measured || !value.includes("morphometry") || value === now);
  const known = offered.some(([value]) => value === now);
  return (
    <label class="select">
      <span>Sort</span>
      <select
        value={now}
        onChange={(event) =>
          go(changed(place.value, { sort: event.currentTarget.value || undefined, shown: undefined }))
        }
      >
        {offered.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
        {!known && <option value={now}>{now.replace(/^-/, "").replaceAll("_", " ")}</option>}
      </select>
    </label>
  );
}

function Columns() {
  const chosen = chosenColumns();
  const toggle = (column: string) => {
    const next = chosen.includes(column) ? chosen.filter((one) => one !== column) : [...chosen, column];
    go(changed(place.value, { columns: next.join(",") }));
  };
  return (
    <details class="menu">
      <summary>Columns</summary>
      <div class="menu-body" role="group" aria-label="Columns">
        {COLUMNS.map((column) => (
          <label key={column} class="box">
            <input type="checkbox" checked={chosen.includes(column)} onChange={() => toggle(column)} />
            <span>{columnName(column)}</span>
          </label>
        ))}
      </div>
    </details>
  );
}

function More({ shown, total, there }: { shown: number; total: number; there: number }) {
  if (shown >= MOST)
    return (
      <p class="quiet">
        These are the first {number(MOST)}. Narrow the search, or download the table: it holds all {number(total)}.
      </p>
    );
  return (
    <p class="more">
      <button type="button" onClick={() => go(changed(place.value, { shown: String(Math.min(MOST, shown + PAGE)) }))}>
        More results
      </button>
      <span class="quiet">
        {number(there)} of {number(total)}
      </span>
    </p>
  );
}

/** What to do with a search: copy the call, take the files, the table, the citations. */
function Take({
  index,
  asked,
  total,
  release,
}: {
  index: string;
  asked: URLSearchParams;
  total: number;
  release: string | undefined;
}) {
  const params = new URLSearchParams(asked);
  params.delete("sort");
  const text = readable(params);
  const and = text ? `${text}&` : "";
  const targets = [
    { label: "Download ZIP", path: `/download/${index}/all${text ? `?${text}` : ""}` },
    { label: "Download table", path: `/export/${index}?${and}format=csv` },
    { label: "Download citations", path: `/export/${index}?${and}format=bibtex` },
  ];
  const query = readable(asked);
  return (
    <div class="take">
      {total > 0 && <Downloads targets={targets} />}
      <CopyAs url={api(`/search/${index}${query ? `?${query}` : ""}`)} />
      <Pin release={release} />
    </div>
  );
}

function Nothing() {
  const filters = filtersAt(place.value);
  const text = place.value.params.get("q");
  return (
    <div class="nothing">
      <p>
        <strong>Nothing is found{text ? ` for “${text}”` : ""}.</strong>{" "}
        {filters.length > 0 ? "Each of these filters can be dropped:" : "Try fewer or other words."}
      </p>
      <ul class="chips">
        {filters.map(([name, value]) => (
          <li key={`${name}=${value}`}>
            <a
              class="chip outlined"
              href={changed(place.value, { [name]: place.value.params.getAll(name).filter((one) => one !== value) })}
            >
              without {facetName(name)} {value.replace("..", " to ")}
            </a>
          </li>
        ))}
        {text && filters.length > 0 && (
          <li>
            <a class="chip outlined" href={changed(place.value, { q: undefined })}>
              without “{text}”
            </a>
          </li>
        )}
      </ul>
      <p>
        <a href={to("search", {})}>All records</a> · <a href={to("front")}>Front page</a>
      </p>
    </div>
  );
}
