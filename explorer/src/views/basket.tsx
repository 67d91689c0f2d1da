// /explore/basket: what was kept, to take home as one archive, one table, one file of citations.
import { to } from "../address";
import { api } from "../api/client";
import { useResource } from "../api/resource";
import type { HubRecord } from "../api/shapes";
import { CopyAs } from "../parts/copy";
import { Downloads } from "../parts/download";
import { recordAddress } from "../parts/results";
import { Failure } from "../parts/waiting";
import { basket, drop, empty } from "../state/basket";
import { counted, kindOf, sourceName } from "../words";

const MOST_IN_LINK = 200; // identifiers; more go by POST, since a gateway refuses long addresses

export function BasketView() {
  const kept = basket.value;
  const ids = kept.map((one) => one.id);
  const found = useResource<{ items: readonly HubRecord[]; missing?: readonly string[] }>(
    ids.length ? `/search/dataset/all#${ids.join(",")}` : undefined,
    { body: { ids } },
  );
  const records = new Map((found.data?.items ?? []).map((one) => [one.id, one]));
  if (!kept.length) return <Empty />;
  const neurons = kept.filter((one) => one.type === "morphology").slice(0, 4);
  return (
    <>
      <h1>Basket</h1>
      <p class="subtitle">{counted(kept.length, "record")}, kept in this browser.</p>
      <div class="take">
        <Downloads targets={targetsOf(ids)} />
        {neurons.length > 1 && (
          <a class="button" href={to("compare", { ids: neurons.map((one) => one.id).join(",") })}>
            Compare {neurons.length} neurons
          </a>
        )}
        <button type="button" onClick={empty}>
          Empty the basket
        </button>
      </div>
      {found.phase === "failed" && found.problem && (
        <Failure problem={found.problem} what="details" retry={found.retry} />
      )}
      <div class="scroller panel" tabIndex={0} role="region" aria-label="Kept records, scrollable">
        <table class="results" aria-label="Kept records">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Kind</th>
              <th scope="col">Source</th>
              <th scope="col">File</th>
              <th scope="col">
                <span class="unseen">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {kept.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <a href={recordAddress(one.id)}>{one.name}</a>
                </th>
                <td>{kindOf(records.get(one.id) ?? one)}</td>
                <td>{sourceName(one.source)}</td>
                <td>{fileOf(records.get(one.id), found.data?.missing?.includes(one.id) ?? false)}</td>
                <td>
                  <button type="button" aria-label={`Remove ${one.name}`} onClick={() => drop(one.id)}>
                    Remove
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {ids.length <= MOST_IN_LINK && (
        <div class="take">
          <CopyAs url={api(`/export/dataset?ids=${ids.join(",")}&format=ndjson`)} />
        </div>
      )}
    </>
  );
}

function targetsOf(ids: readonly string[]) {
  const text = ids.slice(0, MOST_IN_LINK).join(",");
  const body = ids.length > MOST_IN_LINK ? { ids } : undefined;
  const query = body ? "?" : `?ids=${text}&`;
  return [
    { label: "Download ZIP", path: `/download/dataset${body ? "" : `?ids=${text}`}`, body },
    { label: "Download table", path: `/export/dataset${query}format=csv`, body },
    { label: "Download citations", path: `/export/dataset${query}format=bibtex`, body },
  ];
}

function fileOf(record: HubRecord | undefined, missing: boolean): string {
  if (missing) return "no longer served";
  if (!record) return "…";
  if (record.download_link) return record.download_filename ?? "yes";
  return `none: ${record.file_state?.reason ?? "the source offers no file"}`;
}

function Empty() {
  return (
    <>
      <h1>Basket</h1>
      <p class="subtitle">Nothing is in it yet.</p>
      <p>
        “Add to basket” stands on every card and record. What is kept here survives a reload and comes home as one ZIP,
        one table and one file of citations.
      </p>
      <p>
        <a class="button first" href={to("search", { data_type: "morphology" })}>
          Look at neurons
        </a>
      </p>
    </>
  );
}
