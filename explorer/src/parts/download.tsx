import { useRef, useState } from "preact/hooks";
import { api, isCancelled, NOTICE, Problem } from "../api/client";
import { fetchFile, type Progress } from "../api/downloads";
import { announce } from "../state/status";
import { number } from "../words";
import { Failure } from "./waiting";

interface Target {
  readonly label: string;
  readonly path: string;
  /** Sent by POST instead of the address, where that would grow too long. */
  readonly body?: unknown;
}

/** Links to files that the API makes on demand; following one shows how far it is. */
export function Downloads({ targets }: { targets: readonly Target[] }) {
  const [busy, setBusy] = useState<{ target: Target; progress?: Progress }>();
  const [late, setLate] = useState(false);
  const [failed, setFailed] = useState<{ target: Target; problem: Problem }>();
  const stop = useRef<AbortController>(undefined);

  const fetchOne = async (target: Target) => {
    stop.current?.abort();
    const controller = (stop.current = new AbortController());
    setFailed(undefined);
    setBusy({ target });
    const notice = lateAfter(setLate);
    announce(`${target.label}: being prepared.`);
    try {
      await fetchFile(
        target.path,
        target.body,
        (progress) => {
          setBusy({ target, progress });
          notice.start();
        },
        controller.signal,
      );
      announce(`${target.label}: ready.`);
    } catch (error) {
      if (isCancelled(error)) return;
      setFailed({ target, problem: error instanceof Problem ? error : new Problem(0, "It failed", String(error)) });
    } finally {
      notice.stop();
      if (stop.current === controller) setBusy(undefined);
    }
  };

  return (
    <>
      <div class="joined downloads">
        {targets.map((target) => (
          <a
            key={target.label}
            class="button"
            href={api(target.path)}
            onClick={(event) => {
              if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              void fetchOne(target);
            }}
          >
            {target.label}
          </a>
        ))}
      </div>
      {busy && (
        <div class="notice" role="status">
          <span>
            {late ? "Still waiting. " : ""}
            {busy.target.label}:{" "}
            {busy.progress?.total
              ? `${number(busy.progress.done)} of ${number(busy.progress.total)} files`
              : "being prepared"}{" "}
            …
          </span>
          <progress
            aria-label={busy.target.label}
            {...(busy.progress?.total ? { max: busy.progress.total, value: busy.progress.done } : {})}
          />
          <button type="button" class="link" onClick={() => stop.current?.abort()}>
            Cancel
          </button>
          {late && (
            <button type="button" class="link" onClick={() => void fetchOne(busy.target)}>
              Try again
            </button>
          )}
        </div>
      )}
      {failed && (
        <Failure
          problem={failed.problem}
          what={failed.target.label.toLowerCase()}
          retry={() => void fetchOne(failed.target)}
        />
      )}
    </>
  );
}

/** Says that a call is late when nothing was heard for a while; `start` begins that while anew. */
function lateAfter(tell: (late: boolean) => void): { start(): void; stop(): void } {
  let timer = 0;
  const stop = () => {
    clearTimeout(timer);
    tell(false);
  };
  const start = () => {
    stop();
    timer = window.setTimeout(() => tell(true), NOTICE);
  };
  start();
  return { start, stop };
}
