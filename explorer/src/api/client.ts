// Every call to the API: our address, one shape of errors, a limit of time.
import { base } from "../address";

export const NOTICE = 8_000; // ms until "still waiting" is said
export const LIMIT = 14_000; // ms until a call is given up: an error is announced within 15 s

export interface Answer<T> {
  readonly status: number;
  readonly data: T;
  readonly headers: Headers;
}

/** What went wrong, in words for people; `status` is 0 when no answer came. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly body: Readonly<Record<string, unknown>> = {},
    readonly retryAfter = 0,
  ) {
    super(`${title}: ${detail}`);
  }
}

export interface Question {
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly limit?: number;
  readonly accept?: string;
  readonly as?: "json" | "text" | "buffer";
  /** Past the browser's cache: what is asked for again may have changed. */
  readonly fresh?: boolean;
}

export const api = (path: string): string => (/^https?:/.test(path) ? path : `${location.origin}${base}${path}`);

/** A link of a record to the API, below the address by which this page was reached: its policy forbids any other. */
export function own(link: string): string {
  const path = new URL(link, location.href).pathname;
  const at = path.search(/\/(icons|files|records|download)\//);
  return at < 0 ? link : api(path.slice(at));
}

/** Ask the API; throws Problem for a refusal, for silence and for what cannot be read. */
export async function ask<T>(path: string, question: Question = {}): Promise<Answer<T>> {
  const { body, signal, limit = LIMIT, accept = "application/json", as = "json", fresh = false } = question;
  const timeout = AbortSignal.timeout(limit);
  const headers: Record<string, string> = { Accept: accept };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  try {
    const response = await fetch(api(path), {
      cache: fresh ? "no-cache" : "default",
      method: body === undefined ? "GET" : "POST",
      headers,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw await problemOf(response);
    return { status: response.status, data: (await contentOf(response, as)) as T, headers: response.headers };
  } catch (error) {
    throw problemFrom(error, timeout.aborted, limit);
  }
}

export const retryAfter = (headers: Headers, otherwise = 2): number => Number(headers.get("Retry-After")) || otherwise;

export const isCancelled = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

async function contentOf(response: Response, as: "json" | "text" | "buffer"): Promise<unknown> {
  if (response.status === 202) return response.json().catch(() => ({}));
  if (as === "buffer") return response.arrayBuffer();
  return as === "text" ? response.text() : response.json();
}

async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const title = typeof body["title"] === "string" ? body["title"] : `The API answered ${response.status}`;
  const detail = typeof body["detail"] === "string" ? body["detail"] : adviceFor(response.status);
  return new Problem(response.status, title, detail, body, retryAfter(response.headers, 0));
}

function adviceFor(status: number): string {
  if (status === 403 || status === 404) return "There is nothing at this address.";
  return status >= 500 ? "Something went wrong on the server. Try again in a moment." : "The request was refused.";
}

function problemFrom(error: unknown, late: boolean, limit: number): unknown {
  if (error instanceof Problem) return error;
  if (late) return new Problem(0, "No answer", `The API did not answer within ${limit / 1000} seconds.`);
  if (isCancelled(error)) return error;
  if (error instanceof SyntaxError) return new Problem(0, "Unreadable answer", "The API's answer is no JSON.");
  return new Problem(0, "No connection", "The API cannot be reached. Check your connection and try again.");
}
