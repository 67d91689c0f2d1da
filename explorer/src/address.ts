// State <-> address. Nothing else reads or writes the location.
import { computed, signal } from "@preact/signals";

export type ViewName = "front" | "search" | "records" | "connections" | "compare" | "basket" | "sources" | "unknown";

export interface Place {
  readonly view: ViewName;
  readonly id: string;
  readonly params: URLSearchParams;
}

// What the explorer adds to an address; taken off before the API is asked, a link is copied or a table exported.
export const OWN_PARAMETERS: Readonly<Record<ViewName, readonly string[]>> = {
  front: [],
  search: ["index", "view", "columns", "shown"],
  records: ["hide", "turn", "detail", "file"],
  connections: ["show", "effect"],
  compare: ["ids", "hide", "turn"],
  basket: [],
  sources: [],
  unknown: [],
};
const NOT_FILTERS: readonly string[] = "q query sort literal release data_type size page cursor facets".split(" ");
const VIEWS: readonly string[] = ["search", "records", "connections", "compare", "basket", "sources"];

/** The path below which the API answers: empty, or a stage. */
export const base = new URL(document.documentElement.dataset.base || "/", location.href).pathname.replace(/\/$/, "");
export const place = signal<Place>(read(location));
const narrowing = computed(() => new URLSearchParams(filtersAt(place.value)).toString());
/** The values of a filter here; who shows them is left alone while only the text or the order of a search changes. */
export const chosenAt = (name: string): readonly string[] => new URLSearchParams(narrowing.value).getAll(name);
/** What kind of move led here: views take the focus after `push`, and leave it after `replace`. */
export const lastMove = signal<"load" | "push" | "replace" | "back">("load");

export function read(at: { pathname: string; search: string }): Place {
  const path = at.pathname
    .slice(base.length)
    .replace(/^\/explore\/?/, "")
    .replace(/\/$/, "");
  const [first = "", ...rest] = path.split("/");
  const params = new URLSearchParams(at.search);
  if (!first) return { view: "front", id: "", params };
  const view = VIEWS.includes(first) ? (first as ViewName) : "unknown";
  if (view === "records" ? rest.length !== 1 : rest.length > 0) return { view: "unknown", id: path, params };
  return { view, id: decodeURIComponent(rest[0] ?? ""), params };
}

/** The address of a view; parameters without a value are left out. */
export function to(view: ViewName, params?: URLSearchParams | Record<string, string | undefined>, id?: string): string {
  const query = params instanceof URLSearchParams ? params : new URLSearchParams();
  if (params && !(params instanceof URLSearchParams)) {
    for (const [name, value] of Object.entries(params)) if (value) query.set(name, value);
  }
  const path = view === "front" ? "" : view + (id ? `/${encodeURIComponent(id)}` : "");
  const text = readable(query);
  return `${base}/explore/${path}${text ? `?${text}` : ""}`;
}

/** A query string that people can read: commas, colons and brackets are allowed there as they are. */
export function readable(params: URLSearchParams): string {
  return params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%2F", "/");
}

/** The parameters that the API knows. */
export function apiParameters(at: Place): URLSearchParams {
  const kept = new URLSearchParams(at.params);
  for (const name of OWN_PARAMETERS[at.view]) kept.delete(name);
  return kept;
}

/** What narrows a search: the API's parameters but the text, the order, and which records of them all. */
export function filtersAt(at: Place): [string, string][] {
  return [...apiParameters(at)].filter(([name]) => !NOT_FILTERS.includes(name));
}

/** This place with some parameters set (a text, several values) or removed (undefined, an empty list). */
export function changed(at: Place, changes: Record<string, string | readonly string[] | undefined>): string {
  const params = new URLSearchParams(at.params);
  for (const [name, value] of Object.entries(changes)) {
    params.delete(name);
    for (const one of typeof value === "string" ? [value] : (value ?? [])) if (one) params.append(name, one);
  }
  return to(at.view, params, at.id);
}

export function go(address: string, how: "push" | "replace" = "push"): void {
  if (address === location.pathname + location.search) return;
  if (how === "push") {
    history.replaceState({ scroll: scrollY }, "");
    history.pushState({ scroll: 0 }, "", address);
  } else {
    history.replaceState(history.state, "", address);
  }
  move(how);
}

function move(how: "push" | "replace" | "back"): void {
  const before = place.value;
  lastMove.value = how;
  place.value = read(location);
  if (how === "push" && (before.view !== place.value.view || before.id !== place.value.id)) scrollTo(0, 0);
}

/** Follow links within the explorer without reloading, and restore the scroll position. */
export function startRouting(): void {
  history.scrollRestoration = "manual";
  addEventListener("popstate", () => {
    move("back");
    restoreScroll((history.state as { scroll?: number } | null)?.scroll ?? 0);
  });
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest?.("a[href]");
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || !isPlainClick(event, link)) return;
    event.preventDefault();
    go(link.pathname + link.search);
  });
  addEventListener("pagehide", () => history.replaceState({ scroll: scrollY }, ""));
  const before = (history.state as { scroll?: number } | null)?.scroll;
  if (before) restoreScroll(before);
}

function isPlainClick(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const modified = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  const ours = link.origin === location.origin && link.pathname.startsWith(`${base}/explore`) && !link.hash;
  return !modified && ours && !link.target && !link.hasAttribute("download");
}

/** The page is as tall as before only when its records are there again: try for two seconds. */
function restoreScroll(top: number, until = performance.now() + 2000): void {
  scrollTo(0, top);
  if (Math.abs(scrollY - top) > 2 && performance.now() < until) requestAnimationFrame(() => restoreScroll(top, until));
}
