// The call for the first results of a search: the view's, and the search field's while somebody still types.
import { apiParameters, type Place } from "../address";

export const PAGE = 24;
export const MOST = 1000; // records that the API gives at once

export const indexAt = (at: Place): string => (at.params.get("index") === "model" ? "model" : "dataset");

export const shownAt = (at: Place): number => Math.min(MOST, Number(at.params.get("shown")) || PAGE);

/** The path of the records that a place of the search view shows. */
export function recordsPath(at: Place): string {
  return searchPath(indexAt(at), apiParameters(at), { facets: "none", size: String(shownAt(at)) });
}

export function searchPath(index: string, asked: URLSearchParams, own: Record<string, string>): string {
  const params = new URLSearchParams(asked);
  for (const [name, value] of Object.entries(own)) params.set(name, value);
  return `/search/${index}?${params}`;
}
