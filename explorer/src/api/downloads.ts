// Files that take their time: follow an archive or an export until it is ready, and say how far it is.
import { api, ask, isCancelled, Problem, retryAfter } from "./client";
import { pause } from "./resource";

export interface Progress {
  readonly done: number;
  readonly total: number;
}

interface Job {
  readonly status_url?: string;
  readonly done?: number;
  readonly total?: number;
}

const LONGEST = 30 * 60_000; // ms
const START = 60_000; // ms that the API may take until it says how far it is

/** Get `path` (a POST when there is a body) and hand the file to the browser; throws Problem. */
export async function fetchFile(
  path: string,
  body: unknown,
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> {
  const until = Date.now() + LONGEST;
  let url = api(path);
  let response = await start(url, body, signal);
  while (response.status === 202) {
    const job = (await response.json()) as Job;
    tell({ done: job.done ?? 0, total: job.total ?? 0 });
    url = api(job.status_url ?? response.headers.get("Location") ?? path);
    if (Date.now() > until)
      throw new Problem(
        202,
        "Not ready yet",
        "This takes longer than half an hour. Try again later: what is done is kept.",
      );
    await pause(retryAfter(response.headers) * 1000, signal);
    response = await start(url, undefined, signal);
  }
  if (response.type === "opaqueredirect")
    location.assign(url); // to a link of the store, which the browser saves
  else if (response.ok) save(await response.blob(), nameOf(response, path));
  else await ask(url, { signal }); // says what is wrong
}

async function start(url: string, body: unknown, signal: AbortSignal): Promise<Response> {
  const timeout = AbortSignal.timeout(START);
  const common = { headers: { Accept: "application/json, */*;q=0.5" }, signal: AbortSignal.any([signal, timeout]) };
  try {
    if (body === undefined) return await fetch(url, { ...common, redirect: "manual" });
    const headers = { ...common.headers, "Content-Type": "application/json" };
    return await fetch(url, { ...common, headers, method: "POST", body: JSON.stringify(body) });
  } catch (error) {
    if (isCancelled(error) && !timeout.aborted) throw error;
    throw new Problem(0, "No answer", "The file could not be fetched. Check your connection and try again.");
  }
}

function nameOf(response: Response, path: string): string {
  const given = /filename="?([^";]+)/.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
  const format = /format=(\w+)/.exec(path)?.[1] ?? "zip";
  const ending = { bibtex: "bib", curl: "txt" }[format] ?? format;
  return given ?? `hippocampus-hub.${ending}`;
}

export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
