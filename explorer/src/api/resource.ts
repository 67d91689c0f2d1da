// What a view shows of one call: what is there, whether more is on its way, what went wrong.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { announce } from "../state/status";
import { ask, isCancelled, NOTICE, Problem, retryAfter, type Question } from "./client";

export type Phase = "idle" | "loading" | "slow" | "pending" | "done" | "failed";

export interface Resource<T> {
  readonly phase: Phase;
  /** The newest answer: while another one is awaited, the one before. */
  readonly data: T | undefined;
  readonly path: string | undefined;
  readonly problem: Problem | undefined;
  readonly note: string;
  retry(): void;
  cancel(): void;
}

interface State<T> {
  readonly phase: Phase;
  readonly data?: T | undefined;
  readonly path?: string | undefined;
  readonly problem?: Problem | undefined;
  readonly note?: string;
}

const KEPT = 60; // answers, so that going back shows what was there
const FRESH = 120_000; // ms
const LONGEST_WAIT = 180_000; // ms that a file may take to come from its source
const answers = new Map<string, { at: number; data: unknown }>();
let ahead: { readonly path: string; readonly stop: AbortController; readonly answer: Promise<void> } | undefined;

/** Ask for `path` (nothing when undefined), again when it changes; 202 is asked again as its Retry-After says. */
export function useResource<T>(path: string | undefined, question: Omit<Question, "signal"> = {}): Resource<T> {
  const [state, setState] = useState<State<T>>({ phase: "idle" });
  const [attempt, setAttempt] = useState(0);
  const controller = useRef<AbortController>(undefined);
  const kept = path ? recent<T>(path) : undefined;

  useLayoutEffect(() => {
    // asked before the frame is painted: a frame is worth a tenth of the API's time
    if (!path) {
      setState((before) => ({ phase: "idle", path: before.path, data: before.data }));
      return;
    }
    if (recent(path) !== undefined) {
      setState({ phase: "done", path, data: recent<T>(path) });
      return;
    }
    const stop = new AbortController();
    controller.current = stop;
    setState((before) => ({ phase: "loading", data: before.data, path: before.path }));
    void follow<T>(path, { ...question, fresh: attempt > 0 }, stop, setState);
    return () => stop.abort("left");
  }, [path, attempt]);

  const shown: State<T> = kept !== undefined ? { phase: "done", data: kept, path } : state;
  return {
    phase: path && shown.phase === "idle" ? "loading" : shown.phase,
    data: shown.data,
    path: shown.path,
    problem: shown.problem,
    note: shown.note ?? "",
    retry: () => setAttempt(attempt + 1),
    cancel: () => {
      controller.current?.abort("cancelled");
      setState((before) => ({
        ...before,
        phase: "failed",
        problem: new Problem(0, "Cancelled", "You stopped the request."),
      }));
    },
  };
}

/** Ask already for what is probably wanted next; one path at a time, and who wants it then waits for this answer. */
export function prefetch(path: string): void {
  if (recent(path) !== undefined || ahead?.path === path) return;
  ahead?.stop.abort("another");
  const stop = new AbortController();
  const answer = ask(path, { signal: stop.signal }).then(
    ({ status, data }) => void (status === 200 && remember(path, data)),
  );
  answer.catch(() => {
    if (ahead?.answer === answer) ahead = undefined; // nobody wanted it yet: it is asked again then
  });
  ahead = { path, stop, answer };
}

async function awaitPrefetched(path: string): Promise<void> {
  if (ahead?.path !== path) return;
  const { answer } = ahead;
  ahead = undefined; // taken: no other text ends it any more
  await answer;
}

/** The value once a frame that shows it was painted: what asks for more with it takes no time from that frame. */
export function useAfterPaint<T>(value: T | undefined): T | undefined {
  const [painted, setPainted] = useState<T>();
  useEffect(() => setPainted(() => value), [value]);
  return painted === value ? value : undefined;
}

export function remember(path: string, data: unknown): void {
  answers.delete(path);
  answers.set(path, { at: Date.now(), data });
  for (const oldest of answers.keys()) {
    if (answers.size <= KEPT) break;
    answers.delete(oldest);
  }
}

export const forget = (path: string): void => void answers.delete(path);

function recent<T>(path: string): T | undefined {
  const found = answers.get(path);
  return found && Date.now() - found.at < FRESH ? (found.data as T) : undefined;
}

type Set<T> = (change: (before: State<T>) => State<T>) => void;

async function follow<T>(
  path: string,
  question: Omit<Question, "signal">,
  stop: AbortController,
  set: Set<T>,
): Promise<void> {
  const started = Date.now();
  const notice = setTimeout(() => {
    announce("Still waiting for the API.");
    set((before) => ({ ...before, phase: "slow" }));
  }, NOTICE);
  try {
    await awaitPrefetched(path);
    const data = recent<T>(path) ?? (await settled<T>(path, question, stop.signal, started, set));
    if (stop.signal.aborted) return;
    if (question.as === undefined) remember(path, data); // files are too large to keep sixty of them
    set(() => ({ phase: "done", data, path }));
  } catch (error) {
    if (stop.signal.aborted || isCancelled(error)) return;
    const problem = error instanceof Problem ? error : new Problem(0, "The explorer failed", String(error));
    set((before) => ({ phase: "failed", data: before.data, path: before.path, problem }));
  } finally {
    clearTimeout(notice);
  }
}

async function settled<T>(
  path: string,
  question: Omit<Question, "signal">,
  signal: AbortSignal,
  since: number,
  set: Set<T>,
): Promise<T> {
  for (;;) {
    const answer = await ask<T>(path, { ...question, signal });
    if (answer.status !== 202) return answer.data;
    if (Date.now() - since > LONGEST_WAIT) {
      throw new Problem(
        202,
        "Not ready yet",
        "The file is still being fetched from its source. Try again in a few minutes.",
      );
    }
    const seconds = retryAfter(answer.headers);
    const said = (answer.data as { detail?: string } | undefined)?.detail;
    set((before) => ({ ...before, phase: "pending", note: said ?? "The file is being fetched from its source." }));
    await pause(seconds * 1000, signal);
  }
}

export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(new DOMException("left", "AbortError"));
    });
  });
}
