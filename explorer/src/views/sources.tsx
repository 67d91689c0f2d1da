// /explore/sources: where everything comes from, how fresh it is, and on what terms.
import { to } from "../address";
import { useResource } from "../api/resource";
import type { SearchPage } from "../api/shapes";
import { Waiting } from "../parts/waiting";
import { age, bytes, counted, number } from "../words";

interface Run {
  readonly run?: string;
  readonly state?: string;
  readonly outcome?: string;
  readonly total?: number;
  readonly progress?: number;
  readonly counts?: { readonly read?: number; readonly indexed?: number; readonly rejected?: number };
  readonly requests?: number;
  readonly bytes?: number;
  readonly started_at?: string;
  readonly published_at?: string;
  readonly reasons?: readonly string[];
  readonly rejects?: Readonly<Record<string, number>>;
}

interface Harvest {
  readonly provider: string;
  readonly index: string;
  readonly latest?: Run | null;
  readonly served?: Run | null;
  readonly freshness?: { readonly read_at?: string };
  readonly morphology?: Readonly<Record<string, unknown>>;
}

const OVER = ["published", "replaced", "rolled_back", "refused", "dry_run", "stalled", "dropped", "failed"];
const SOURCES: Readonly<Record<string, readonly [string, string, Record<string, string>]>> = {
  neuromorpho: [
    "NeuroMorpho.Org",
    "Reconstructed neurons from laboratories around the world.",
    { data_type: "morphology", source: "Neuromorpho" },
  ],
  hippocampome: [
    "Hippocampome.org",
    "Neuron types of the rodent hippocampus and the connections between them.",
    { data_type: "connection" },
  ],
  model_db: ["ModelDB", "Computational models of neurons and networks.", { index: "model" }],
  internal: ["Hippocampus Hub", "The hub's own morphologies and recorded traces.", { data_type: "electrophysiology" }],
};

export function SourcesView() {
  const found = useResource<{ harvests: readonly Harvest[] }>("/harvests");
  return (
    <>
      <h1>Sources</h1>
      <p class="subtitle">Where the records come from, when they were last read, and how they may be used.</p>
      <Waiting resource={found} what="sources">
        <ul class="sources" role="list">
          {(found.data?.harvests ?? []).map((one) => (
            <li key={one.provider}>
              <Source harvest={one} />
            </li>
          ))}
        </ul>
      </Waiting>
      <p class="quiet">
        Every release can be pinned: add <code>release=</code> and its name to any address here.{" "}
        <a href={to("front")}>Front page</a>
      </p>
    </>
  );
}

function Source({ harvest }: { harvest: Harvest }) {
  const [name, about] = SOURCES[harvest.provider] ?? [harvest.provider, ""];
  const { served, latest } = harvest;
  const running = latest && latest.run !== served?.run;
  return (
    <article class="panel source-card" aria-labelledby={`s-${harvest.provider}`}>
      <h2 id={`s-${harvest.provider}`}>{name}</h2>
      <div class="pad">
        <p>{about}</p>
        <dl class="facts">
          <div>
            <dt>Served</dt>
            <dd>
              {counted(served?.counts?.indexed ?? 0, "record")}
              {served?.counts?.rejected ? `, ${number(served.counts.rejected)} not taken` : ""}
            </dd>
          </div>
          <div>
            <dt>Read</dt>
            <dd>{age(harvest.freshness?.read_at)}</dd>
          </div>
          <Terms provider={harvest.provider} index={harvest.index} />
          {served && (
            <div>
              <dt>Release</dt>
              <dd>
                {served.published_at?.slice(0, 16).replace("T", " ")}, {counted(served.requests ?? 0, "request")},{" "}
                {bytes(served.bytes ?? 0)}
              </dd>
            </div>
          )}
          {running && (
            <div>
              <dt>Latest run</dt>
              <dd>
                {latest.outcome ?? latest.state}
                {(latest.reasons ?? []).length > 0 && ": "}
                {latest.progress !== undefined && !OVER.includes(latest.state ?? "") && (
                  <progress aria-label={`Run of ${name}`} max={1} value={latest.progress} />
                )}{" "}
                {(latest.reasons ?? []).join("; ")}
              </dd>
            </div>
          )}
        </dl>
        {served?.rejects && Object.keys(served.rejects).length > 0 && (
          <details class="unfold">
            <summary>Not taken</summary>
            <ul>
              {Object.entries(served.rejects).map(([reason, count]) => (
                <li key={reason}>
                  {reason}: {number(Number(count))}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </article>
  );
}

/** Licence and citation as the records of a source carry them. */
function Terms({ provider, index }: { provider: string; index: string }) {
  const own = SOURCES[provider]?.[2] ?? {};
  const { index: _, source: __, ...filters } = own;
  const query = new URLSearchParams({
    ...filters,
    size: "50",
    facets: "none",
    ...(provider === "internal" ? { q: "internal" } : {}),
  });
  const found = useResource<SearchPage>(`/search/${index}?${query}`);
  if (!found.data && found.phase !== "failed")
    return (
      <div aria-busy="true">
        <dt>Licence</dt>
        <dd>…</dd>
      </div>
    );
  const from = found.data?.items.find((one) => one.provenance?.provider === provider)?.provenance;
  return (
    <>
      {from?.licence && (
        <div>
          <dt>Licence</dt>
          <dd>{from.licence}</dd>
        </div>
      )}
      {from?.citation && (
        <div>
          <dt>Cite</dt>
          <dd>{from.citation}</dd>
        </div>
      )}
    </>
  );
}
