// What the views read of the API's answers. Every field may be absent: releases differ, and sources leave gaps.

export interface Paper {
  readonly label?: string;
  readonly title?: string;
  readonly authors?: readonly string[] | string;
  readonly year?: number | string;
  readonly doi?: string;
  readonly pmid?: string;
  readonly url?: string;
}

export interface Provenance {
  readonly provider?: string;
  readonly source_url?: string;
  readonly harvested_at?: string;
  readonly licence?: string;
  readonly citation?: string;
}

export interface Related {
  readonly id: string;
  readonly name?: string;
  readonly type?: string;
  readonly distance?: number;
}

export interface Side extends Related {
  readonly cell_type?: string;
  readonly synaptic_effect?: string;
  readonly secondary_region?: readonly string[];
  readonly soma_region?: string | readonly string[];
}

export type Measures = Readonly<Record<string, unknown>>;

export interface FileState {
  readonly cached?: boolean;
  readonly state?: string;
  readonly size?: number;
  readonly sha256?: string;
  readonly reason?: string;
  readonly last_tried?: string;
}

export interface HubRecord {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly source: string;
  readonly icon?: string;
  readonly page_link?: string;
  readonly download_link?: string;
  readonly download_filename?: string;
  readonly description?: string;
  readonly cell_type?: string;
  readonly secondary_cell_type?: string;
  readonly cell_types?: readonly string[];
  readonly species?: string;
  readonly strain?: string;
  readonly region?: string;
  readonly secondary_region?: readonly string[];
  readonly layers?: readonly string[];
  readonly archive?: string;
  readonly etype?: string;
  readonly synaptic_effect?: string;
  readonly markers?: readonly string[];
  readonly physical_integrity?: readonly string[] | string;
  readonly papers?: readonly Paper[];
  readonly provenance?: Provenance;
  readonly morphometry?: Measures;
  readonly source_morphometry?: Measures;
  readonly quality_flags?: readonly string[];
  readonly quality?: Readonly<Record<string, { count?: number; line?: number; reason?: string }>>;
  readonly presynaptic?: Side;
  readonly postsynaptic?: Side;
  readonly model_files?: readonly Paper[];
  readonly readme_link?: string;
  readonly related?: Readonly<Record<string, unknown>>;
  readonly file_state?: FileState;
  readonly has_file?: boolean;
  readonly generation?: string;
  readonly cite?: { readonly text?: string; readonly bibtex?: string };
  readonly [field: string]: unknown;
}

export interface FacetValue {
  readonly value?: string;
  readonly id?: string;
  readonly label?: string;
  readonly count: number;
  readonly parents?: readonly string[];
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface Histogram {
  readonly count?: number;
  readonly bins: readonly Bin[];
  readonly quartiles?: readonly number[];
}

export type Facet = readonly FacetValue[] | readonly Bin[] | Histogram;

export interface Interpreted {
  readonly text: string;
  readonly filter?: string | Readonly<Record<string, unknown>>;
  readonly field?: string;
  readonly value?: unknown;
  readonly concept?: string | readonly string[];
  readonly label?: string;
  readonly including?: readonly string[];
  readonly facet?: string;
  readonly end?: string;
  readonly excluded?: boolean;
  readonly absent?: boolean;
}

export interface Meant {
  readonly q?: string;
  readonly query?: string;
  readonly text?: string;
  readonly value?: string;
  readonly total?: number;
  readonly count?: number;
}

export interface SearchPage {
  readonly total: number;
  readonly items: readonly HubRecord[];
  readonly facets?: Readonly<Record<string, Facet>>;
  readonly next?: string | null;
  readonly generation?: string;
  readonly interpreted?: readonly Interpreted[];
  readonly relaxed?: readonly string[];
  readonly did_you_mean?: readonly (string | Meant)[];
  readonly notes?: readonly { readonly field?: string; readonly value?: string; readonly did_you_mean?: readonly string[]; readonly detail?: string }[];
}

export interface Suggestion {
  readonly text?: string;
  readonly value?: string;
  readonly label?: string;
  readonly name?: string;
  readonly kind?: string;
  readonly facet?: string;
  readonly field?: string;
  readonly count?: number;
  readonly id?: string;
  readonly concept?: string;
  readonly matched?: string;
  readonly synonym?: string;
}

export interface Cell {
  readonly presynaptic: string;
  readonly postsynaptic: string;
  readonly count: number;
  readonly excitatory?: number;
  readonly inhibitory?: number;
  readonly link?: string;
}

export interface Matrix {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly Cell[];
  readonly generation?: string;
}

export interface Drawing {
  readonly points: readonly (readonly [number, number, number])[];
  readonly radii: readonly number[];
  readonly parents: readonly number[];
  readonly types: readonly number[];
}

const MOST_BINS = 24;

/** A facet of numbers, as bins alone or with their quartiles; undefined for one of values. */
export function histogramOf(facet: Facet): Histogram | undefined {
  if ("bins" in facet) return facet.bins.length > MOST_BINS * 2 ? evened(facet.bins, facet.quartiles) : facet;
  const [first] = facet;
  return first && "from" in first ? evened(facet as readonly Bin[]) : undefined;
}

/** Bins of one width (on a logarithmic scale where the values are skewed), and quartiles read off those that came. */
function evened(bins: readonly Bin[], known?: readonly number[]): Histogram {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  const least = bins[0]?.from ?? 0;
  const most = bins.at(-1)?.to ?? 1;
  const quartiles = known ?? [0.25, 0.5, 0.75].map((part) => quantile(bins, part * count));
  const skewed = least > 0 && (most - least) / Math.max(quartiles[1]! - least, 1e-9) > 8;
  const [squeeze, stretch] = skewed ? [Math.log, Math.exp] : [(x: number) => x, (x: number) => x];
  const [a, b] = [squeeze(least), squeeze(most)];
  const edges = Array.from({ length: MOST_BINS + 1 }, (_, i) => (i === 0 ? least : i === MOST_BINS ? most : stretch(a + ((b - a) * i) / MOST_BINS)));
  const even = edges.slice(1).map((to, i) => ({ from: edges[i]!, to, count: 0 }));
  for (const bin of bins) {
    const at = b > a ? Math.floor((MOST_BINS * (squeeze((bin.from + bin.to) / 2) - a)) / (b - a)) : 0;
    even[Math.min(MOST_BINS - 1, Math.max(0, at))]!.count += bin.count;
  }
  return { count, bins: most > least ? even : bins, quartiles };
}

function quantile(bins: readonly Bin[], wanted: number): number {
  let seen = 0;
  for (const bin of bins) {
    if (seen + bin.count >= wanted) return bin.from + ((bin.to - bin.from) * (wanted - seen)) / bin.count;
    seen += bin.count;
  }
  return bins.at(-1)?.to ?? 0;
}

export const valuesOf = (facet: Facet): readonly FacetValue[] => (histogramOf(facet) ? [] : (facet as readonly FacetValue[]));
