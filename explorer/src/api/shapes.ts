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
  readonly count: number;
  readonly bins: readonly Bin[];
  /** Three, or none where no record has the number. */
  readonly quartiles: readonly number[];
}

export type Facet = readonly FacetValue[] | Histogram;

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
  readonly notes?: readonly {
    readonly field?: string;
    readonly value?: string;
    readonly did_you_mean?: readonly string[];
    readonly detail?: string;
  }[];
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

/** A facet of numbers in bins of one width, logarithmic where the values are skewed; undefined for one of values. */
export function histogramOf(facet: Facet): Histogram | undefined {
  return "bins" in facet ? evened(facet) : undefined;
}

/** How values are placed on an axis and read from it: logarithmically where most of them crowd at its lower end. */
export function axisOf(
  least: number,
  most: number,
  median: number | undefined,
): readonly [(x: number) => number, (x: number) => number] {
  const skewed = least > 0 && median !== undefined && (most - least) / Math.max(median - least, 1e-9) > 8;
  return skewed ? [Math.log, Math.exp] : [(x) => x, (x) => x];
}

/** The API's bins are clusters of values, many of them a single one: too narrow to be drawn. */
function evened({ count, bins, quartiles }: Histogram): Histogram {
  const [least, most] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 0];
  if (most <= least) return { count, bins, quartiles };
  const [squeeze, stretch] = axisOf(least, most, quartiles[1]);
  const [a, b] = [squeeze(least), squeeze(most)];
  const edges = Array.from({ length: MOST_BINS + 1 }, (_, i) =>
    i === 0 ? least : i === MOST_BINS ? most : stretch(a + ((b - a) * i) / MOST_BINS),
  );
  const even = edges.slice(1).map((to, i) => ({ from: edges[i]!, to, count: 0 }));
  for (const bin of bins) {
    const at = Math.floor((MOST_BINS * (squeeze((bin.from + bin.to) / 2) - a)) / (b - a));
    even[Math.min(MOST_BINS - 1, Math.max(0, at))]!.count += bin.count;
  }
  return { count, bins: even, quartiles };
}

export const valuesOf = (facet: Facet): readonly FacetValue[] =>
  histogramOf(facet) ? [] : (facet as readonly FacetValue[]);
