// Filters with counts: boxes to tick, ranges with handles, trees of concepts.
import { useState } from "preact/hooks";
import { chosenAt } from "../address";
import { histogramOf, valuesOf, type Facet, type FacetValue } from "../api/shapes";
import { facetName } from "../words";
import { Box, keyOf } from "./box";
import { Range } from "./range";
import { ConceptTree } from "./tree";

const OPEN = 6; // values shown at once
const FIRST = [
  "species",
  "concepts.region",
  "morphometry.length",
  "cell_type",
  "concepts.cell_type",
  "soma_surface",
  "morphometry.bifurcations",
  "gender",
  "age_classification",
  "soma_region",
  "secondary_region",
  "presynaptic.soma_region",
  "postsynaptic.soma_region",
  "presynaptic.secondary_region",
  "postsynaptic.secondary_region",
  "synaptic_effect",
  "presynaptic.synaptic_effect",
  "physical_integrity",
  "cell_types",
  "channels",
  "receptors",
  "has_file",
  "etype",
  "layers",
];
const OPEN_FACETS = 8; // the others can be unfolded

export type Facets = Readonly<Record<string, Facet>>;

export function FacetList({ facets }: { facets: Facets }) {
  const names = Object.keys(facets).filter((name) => has(facets[name]!) || chosenOf(name).length > 0);
  const ordered = names.sort((a, b) => rank(a, facets) - rank(b, facets) || a.localeCompare(b));
  return (
    <>
      {ordered.map((name, i) => (
        <FacetGroup key={name} name={name} facet={facets[name]!} open={i < OPEN_FACETS || chosenOf(name).length > 0} />
      ))}
    </>
  );
}

/** A facet is shown when something can be chosen in it. */
function has(facet: Facet): boolean {
  const bins = histogramOf(facet)?.bins;
  return bins ? bins.length > 1 && bins.some((bin) => bin.count > 0) : valuesOf(facet).length > 0;
}

function rank(name: string, facets: Facets): number {
  const place = FIRST.indexOf(name);
  if (place >= 0) return place;
  if (name.startsWith("morphometry.")) return FIRST.indexOf("morphometry.bifurcations") + 0.5;
  return histogramOf(facets[name]!) ? FIRST.length + 2 : FIRST.length + 1;
}

/** The parameter that a facet sets: concepts of every kind are one filter. */
const parameterOf = (name: string): string => (name.startsWith("concepts.") ? "concept" : name);
const chosenOf = (name: string): readonly string[] => chosenAt(parameterOf(name));

function FacetGroup({ name, facet, open }: { name: string; facet: Facet; open: boolean }) {
  const [unfolded, setUnfolded] = useState(open);
  const label = facetName(name);
  return (
    <div class="facet" role="group" aria-label={label}>
      <h2>
        <button type="button" class="fold" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          <span>{label}</span>
        </button>
      </h2>
      {unfolded && <Content name={name} facet={facet} />}
    </div>
  );
}

function Content({ name, facet }: { name: string; facet: Facet }) {
  const histogram = histogramOf(facet);
  if (histogram) return <Range name={name} histogram={histogram} />;
  const values = valuesOf(facet);
  if (values.some((one) => one.parents?.length)) return <ConceptTree name={parameterOf(name)} values={values} />;
  return <Boxes name={parameterOf(name)} values={values} />;
}

function Boxes({ name, values }: { name: string; values: readonly FacetValue[] }) {
  const [all, setAll] = useState(false);
  const chosen = chosenAt(name);
  const known = new Set(values.map(keyOf));
  const missing =
    name === "concept" ? [] : chosen.filter((one) => !known.has(one)).map((value) => ({ value, count: 0 }));
  const ordered = [...missing, ...values];
  const shown = all ? ordered : ordered.filter((one, i) => i < OPEN || chosen.includes(keyOf(one)));
  return (
    <>
      <ul>
        {shown.map((one) => (
          <li key={keyOf(one)}>
            <Box name={name} one={one} checked={chosen.includes(keyOf(one))} />
          </li>
        ))}
      </ul>
      {ordered.length > shown.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {ordered.length - shown.length} more
        </button>
      )}
      {all && ordered.length > OPEN && (
        <button type="button" class="link" onClick={() => setAll(false)}>
          fewer
        </button>
      )}
    </>
  );
}
