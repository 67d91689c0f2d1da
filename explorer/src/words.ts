// How fields, measures and numbers are called and written for people.

const NUMBER = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const SMALL = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

export const number = (value: number): string =>
  (Math.abs(value) >= 100 || Number.isInteger(value) ? NUMBER : SMALL).format(value);
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`;
export const list = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : value === undefined || value === null || value === "" ? [] : [value]).map(String);
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The API's own labels of filters; any other is its key with blanks. */
const FACETS: Readonly<Record<string, string>> = {
  secondary_region: "region",
  soma_region: "home region",
  gender: "sex",
};
const UNITS: Readonly<Record<string, string>> = {
  length: "µm",
  max_euclidean_distance: "µm",
  max_path_distance: "µm",
  width: "µm",
  height: "µm",
  depth: "µm",
  mean_diameter: "µm",
  diameter: "µm",
  surface: "µm²",
  soma_surface: "µm²",
  volume: "µm³",
  min_age_days: "days",
  max_age_days: "days",
  euclidean_distance: "µm",
  path_distance: "µm",
  soma_radius: "µm",
};
/** Measures in the order in which they are shown; names and definitions are those of NeuroM. */
export const MEASURES: Readonly<Record<string, string>> = {
  length: "Total length",
  surface: "Surface",
  volume: "Volume",
  soma_surface: "Soma surface",
  stems: "Stems",
  bifurcations: "Forks",
  branches: "Branches",
  tips: "Tips",
  max_branch_order: "Highest branch order",
  partition_asymmetry: "Partition asymmetry",
  max_euclidean_distance: "Farthest point (straight)",
  max_path_distance: "Farthest point (along path)",
  height: "Height",
  width: "Width",
  depth: "Depth",
  mean_diameter: "Mean diameter",
};
export const COMPARTMENT_NAMES: Readonly<Record<string, string>> = {
  soma: "Soma",
  axon: "Axon",
  basal: "Basal dendrites",
  apical: "Apical dendrites",
  other: "Other parts",
};
const TYPES: Readonly<Record<string, readonly [string, string]>> = {
  morphology: ["morphology", "Morphologies"],
  electrophysiology: ["neuron type or trace", "Neuron types and traces"],
  connection: ["connection", "Connections"],
  single: ["model", "Models"],
  model: ["model", "Models"],
};
const SOURCES: Readonly<Record<string, string>> = {
  Neuromorpho: "NeuroMorpho.Org",
  INTERNAL: "Hippocampus Hub",
  Hippocampome: "Hippocampome.org",
};

export const sourceName = (source: string | undefined): string =>
  source ? (SOURCES[source] ?? source) : "unknown source";
export const typeName = (type: string): string => TYPES[type]?.[0] ?? type;
/** What a record is, more closely than its type: a neuron type has markers and layers, a trace a file or description. */
export const kindOf = ({
  type,
  etype,
  metadata,
  download_link: file,
}: {
  type: string;
  etype?: unknown;
  metadata?: unknown;
  download_link?: unknown;
}): string =>
  type !== "electrophysiology" ? typeName(type) : etype || metadata || file ? "recorded trace" : "neuron type";
export const hasFile = (record: { has_file?: boolean; download_link?: string }): boolean =>
  record.has_file ?? Boolean(record.download_link);
export const typeNames = (type: string): string => TYPES[type]?.[1] ?? capital(type);

/** "cell type", "presynaptic region", "axon length": a facet or measure by its key. */
export function facetName(key: string): string {
  if (key.startsWith("concepts.")) return `${key.slice(9).replaceAll("_", " ")} in any source`;
  const parts = key.replace(/^(source_)?morphometry\./, "").split(".");
  return parts.map((part) => FACETS[part] ?? part.replaceAll("_", " ")).join(" ");
}

export const unitOf = (key: string): string => UNITS[key.split(".").at(-1) ?? ""] ?? "";

export function measureName(key: string): string {
  const parts = key.split(".");
  const last = parts.pop() ?? key;
  const name = MEASURES[last] ?? capital(last.replaceAll("_", " "));
  return parts.length ? `${name}, ${parts.join(" ").replaceAll("_", " ")}` : name;
}

export function measureText(key: string, value: unknown): string {
  if (typeof value !== "number") return value === undefined || value === null ? "–" : String(value);
  const unit = unitOf(key);
  return unit ? `${number(value)} ${unit}` : number(value);
}

export function bytes(size: number): string {
  const power = size < 1000 ? 0 : size < 1_000_000 ? 1 : size < 1_000_000_000 ? 2 : 3;
  return `${SMALL.format(size / 1000 ** power)} ${["bytes", "KB", "MB", "GB"][power]}`;
}

export function age(time: string | undefined, now = Date.now()): string {
  const seconds = time ? (now - Date.parse(time)) / 1000 : Number.NaN;
  if (!Number.isFinite(seconds)) return "at an unknown time";
  if (seconds < 90) return "just now";
  const [size, unit] = seconds < 5400 ? [60, "minute"] : seconds < 129_600 ? [3600, "hour"] : [86_400, "day"];
  return `${counted(Math.round(seconds / size), unit)} ago`;
}

/** A description of a source as text: its markup is never ours to show. */
export function plainText(html: string | undefined): string {
  if (!html) return "";
  const blocks = html.replace(/<\/(p|div|li|h\d)>|<br\s*\/?>/gi, "\n");
  return blocks
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(amp|lt|gt|quot|nbsp|apos));/gi, (whole, decimal, hex, name) =>
      decimal || hex
        ? String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal ? 10 : 16))
        : (ENTITIES[String(name).toLowerCase()] ?? whole),
    )
    .replace(/\n{2,}/g, "\n")
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", apos: "'" };
