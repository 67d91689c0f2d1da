// /explore/: a search field, what is here, five ways in.
import { to } from "../address";
import { useResource } from "../api/resource";
import type { SearchPage } from "../api/shapes";
import { Hero } from "../parts/hero";
import { SearchBox } from "../parts/searchbox";
import { Failure } from "../parts/waiting";
import { age, number } from "../words";

const TRY: readonly (readonly [string, Record<string, string>])[] = [
  ["CA3 to CA1", { data_type: "connection", q: "CA3 to CA1" }],
  ["mouse CA1 pyramidal cells", { data_type: "morphology", q: "mouse CA1 pyramidal cells" }],
  ["OLM", { q: "OLM" }],
  ["parvalbumin interneurons", { data_type: "electrophysiology", q: "parvalbumin interneurons" }],
  ["granule cells with complete axon", { data_type: "morphology", q: "granule cells with complete axon" }],
];

export function FrontView() {
  const counts = [
    useTotal("/search/dataset?data_type=morphology"),
    useTotal("/search/dataset?data_type=electrophysiology"),
    useTotal("/search/dataset?data_type=connection"),
    useTotal("/search/model?"),
  ];
  const harvests = useResource<{ harvests: readonly { freshness?: { read_at?: string } }[] }>("/harvests");
  const newest = (harvests.data?.harvests ?? [])
    .map((one) => one.freshness?.read_at ?? "")
    .sort()
    .at(-1);
  const sum = counts.every((one) => one.total !== undefined)
    ? counts.reduce((all, one) => all + one.total!, 0)
    : undefined;
  const failed = counts.find((one) => one.resource.phase === "failed");
  const ways = [
    {
      name: "Neurons",
      about: "Reconstructed in 3-D: turn them, measure them, compare them",
      address: to("search", { data_type: "morphology" }),
      count: counts[0]!.total,
      sign: "neuron",
    },
    {
      name: "Types and traces",
      about: "Markers, layers, firing patterns, recordings",
      address: to("search", { data_type: "electrophysiology" }),
      count: counts[1]!.total,
      sign: "trace",
    },
    {
      name: "Connections",
      about: "Who talks to whom, as a matrix by region, layer or type",
      address: to("connections"),
      count: counts[2]!.total,
      sign: "matrix",
    },
    {
      name: "Models",
      about: "Simulations with their files, ready to read",
      address: to("search", { index: "model" }),
      count: counts[3]!.total,
      sign: "model",
    },
    {
      name: "Sources",
      about: "Where all this comes from, how fresh it is, how to cite it",
      address: to("sources"),
      count: harvests.data?.harvests.length,
      sign: "source",
    },
  ];
  return (
    <div class="front" aria-busy={!failed && (sum === undefined || harvests.phase === "loading")}>
      <div class="front-top">
        <div class="front-words">
          <h1>The hippocampus, cell by cell</h1>
          <p class="lead">
            {sum === undefined ? (
              "Neurons, neuron types, connections and models"
            ) : (
              <>{number(sum)} neurons, neuron types, connections and models</>
            )}{" "}
            from {harvests.data ? number(harvests.data.harvests.length) : "many"} sources
            {newest ? `, read ${age(newest)}` : ""}.
          </p>
          <SearchBox large />
          <p class="try">
            <span class="quiet">Try</span>
            {TRY.map(([text, params]) => (
              <a key={text} class="chip outlined" href={to("search", params)}>
                {text}
              </a>
            ))}
          </p>
        </div>
        <Hero />
      </div>
      {failed?.resource.problem && (
        <Failure problem={failed.resource.problem} what="totals" retry={failed.resource.retry} />
      )}
      <ul class="ways" role="list" aria-label="Ways in">
        {ways.map((way) => (
          <li key={way.name}>
            <a class="way" href={way.address}>
              <WaySign name={way.sign} />
              <span class="way-name">
                {way.name} <span class="way-count">{way.count === undefined ? "" : number(way.count)}</span>
              </span>
              <span class="quiet">{way.about}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useTotal(path: string) {
  const resource = useResource<SearchPage>(`${path}${path.endsWith("?") ? "" : "&"}size=1&facets=none`);
  return { resource, total: resource.data?.total };
}

const SIGNS: Readonly<Record<string, string>> = {
  neuron: "M24 30v14M24 30 15 16M24 30l9-14M15 16 9 6M15 16l4-10M33 16 29 5M33 16l7-9M24 38l-8 6M24 38l8 6",
  trace: "M3 32h12l4-24 4 30 3-14 3 8h16",
  matrix: "M6 6h36v36H6zM18 6v36M30 6v36M6 18h36M6 30h36",
  model: "M10 14 24 6l14 8v18l-14 9-14-9zM10 14l14 9 14-9M24 23v18",
  source: "M8 12c0-4 32-4 32 0v24c0 4-32 4-32 0zM8 12c0 4 32 4 32 0M8 24c0 4 32 4 32 0",
};

function WaySign({ name }: { name: string }) {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true">
      <path d={SIGNS[name]} />
      {name === "neuron" && <circle cx="24" cy="30" r="4" class="full" />}
    </svg>
  );
}
