import type { ComponentChildren } from "preact";
import type { Problem } from "../api/client";
import type { Resource } from "../api/resource";
import { changed, place, to } from "../address";

/** What stands where an answer is awaited, is late or failed; its children where it is there. */
export function Waiting({
  resource,
  what,
  children,
}: {
  resource: Resource<unknown>;
  what: string;
  children?: ComponentChildren;
}) {
  const { phase, problem, data } = resource;
  return (
    <>
      {phase === "slow" && <Late resource={resource} what={what} />}
      {phase === "pending" && (
        <p class="notice" role="status">
          <span>
            <span class="spinner" aria-hidden="true" /> {resource.note} This page shows it as soon as it is there.
          </span>
          <button type="button" class="link" onClick={resource.cancel}>
            Cancel
          </button>
        </p>
      )}
      {phase === "failed" && problem && <Failure problem={problem} what={what} retry={resource.retry} />}
      {phase === "loading" && data === undefined && (
        <p class="quiet" role="status">
          Loading {what} …
        </p>
      )}
      {data !== undefined && children}
    </>
  );
}

function Late({ resource, what }: { resource: Resource<unknown>; what: string }) {
  return (
    <p class="notice" role="status">
      Still waiting for {what}.{" "}
      <button type="button" class="link" onClick={resource.cancel}>
        Cancel
      </button>{" "}
      or{" "}
      <button type="button" class="link" onClick={resource.retry}>
        try again
      </button>
    </p>
  );
}

/** What is not there will not come by trying again. */
function Absent({ problem }: { problem: Problem }) {
  return (
    <div class="notice error" role="alert">
      <p>
        <strong>{problem.title}.</strong> {problem.detail}
      </p>
      <p>{problem.body["field"] === "release" ? <Today /> : <a href={to("search")}>Search for something else</a>}</p>
    </div>
  );
}

const Today = () => <a href={changed(place.value, { release: undefined })}>Show what is served today</a>;

/** What happened, and what to do next. */
export function Failure({ problem, what, retry }: { problem: Problem; what: string; retry?: () => void }) {
  if (problem.status === 404) return <Absent problem={problem} />;
  const request = problem.body["request_id"] ?? problem.body["instance"];
  return (
    <div class="notice error" role="alert">
      <p>
        <strong>
          {problem.status === 410 ? "This release is gone." : `No ${what}: ${problem.title.toLowerCase()}.`}
        </strong>{" "}
        {problem.detail}
      </p>
      <p>
        {problem.status === 410 ? (
          <Today />
        ) : (
          retry && (
            <button type="button" onClick={retry}>
              Try again
            </button>
          )
        )}
        {problem.retryAfter > 0 && <span class="quiet"> The API asks to wait {problem.retryAfter} seconds.</span>}
        {typeof request === "string" && <span class="quiet"> Request {request}</span>}
      </p>
    </div>
  );
}
