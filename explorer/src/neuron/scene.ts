// A neuron made ready to draw: about its soma, in µm, with the compartment of each point.

export interface Points {
  readonly points: readonly (readonly [number, number, number])[];
  readonly radii: readonly number[];
  readonly parents: readonly number[];
  readonly types: readonly number[];
}

export const COMPARTMENTS = ["soma", "axon", "basal", "apical", "other"] as const;
export type Compartment = (typeof COMPARTMENTS)[number];
const SOMA = 0;
const BY_TYPE: readonly number[] = [4, 0, 1, 2, 3]; // SWC: 0 undefined, 1 soma, 2 axon, 3 (basal) dendrite, 4 apical

export interface Scene {
  readonly count: number;
  /** x, y, z of each point, one after the other, about the soma's centre. */
  readonly at: Float32Array;
  readonly radius: Float32Array;
  /** The point before each one; -1 for a root, and inside the soma, which is drawn as one ball. */
  readonly parent: Int32Array;
  readonly compartment: Uint8Array;
  readonly soma: { readonly x: number; readonly y: number; readonly z: number; readonly radius: number } | undefined;
  /** Length of the links of each compartment, µm. */
  readonly lengths: readonly number[];
  readonly size: readonly [number, number, number];
}

export function sceneOf(neuron: Points): Scene {
  const count = neuron.points.length;
  const soma = somaOf(neuron);
  const [cx, cy, cz] = soma ? [soma.x, soma.y, soma.z] : (neuron.points[0] ?? [0, 0, 0]);
  const at = new Float32Array(count * 3);
  const radius = new Float32Array(count);
  const parent = new Int32Array(count);
  const compartment = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const point = neuron.points[i]!;
    at[3 * i] = point[0] - cx;
    at[3 * i + 1] = point[1] - cy;
    at[3 * i + 2] = point[2] - cz;
    radius[i] = Math.max(0, neuron.radii[i] || 0);
    compartment[i] = BY_TYPE[neuron.types[i]!] ?? 4;
    parent[i] = neuron.parents[i] ?? -1;
  }
  for (let i = 0; i < count; i++) if (compartment[i] === SOMA && soma) parent[i] = -1;
  const ball = soma && { x: 0, y: 0, z: 0, radius: soma.radius };
  return {
    count,
    at,
    radius,
    parent,
    compartment,
    soma: ball,
    lengths: lengthsOf(at, parent, compartment),
    size: sizeOf(at),
  };
}

interface Ball {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly radius: number;
}

/** The soma as a ball: its one point, the first of three (the convention), or the middle of an outline. */
function somaOf(neuron: Points): Ball | undefined {
  const own = neuron.types.flatMap((type, i) => (type === 1 ? [i] : []));
  const [first] = own;
  if (first === undefined) return undefined;
  const [x, y, z] = neuron.points[first]!;
  if (own.length <= 3) return { x, y, z, radius: neuron.radii[first] ?? 0 };
  const middle = [0, 1, 2].map((axis) => own.reduce((sum, i) => sum + neuron.points[i]![axis]!, 0) / own.length);
  const away = own.map((i) => Math.hypot(...neuron.points[i]!.map((value, axis) => value - middle[axis]!)));
  const widest = Math.max(...own.map((i) => neuron.radii[i] ?? 0));
  return {
    x: middle[0]!,
    y: middle[1]!,
    z: middle[2]!,
    radius: Math.max(widest, away.reduce((a, b) => a + b, 0) / own.length),
  };
}

function lengthsOf(at: Float32Array, parent: Int32Array, compartment: Uint8Array): number[] {
  const lengths = COMPARTMENTS.map(() => 0);
  for (let i = 0; i < parent.length; i++) {
    const j = parent[i]!;
    if (j < 0 || compartment[j] === SOMA) continue; // links between soma and neurite count in no length
    lengths[compartment[i]!]! += Math.hypot(
      at[3 * i]! - at[3 * j]!,
      at[3 * i + 1]! - at[3 * j + 1]!,
      at[3 * i + 2]! - at[3 * j + 2]!,
    );
  }
  return lengths;
}

function sizeOf(at: Float32Array): [number, number, number] {
  const least = [Infinity, Infinity, Infinity];
  const most = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < at.length; i++) {
    const axis = i % 3;
    least[axis] = Math.min(least[axis]!, at[i]!);
    most[axis] = Math.max(most[axis]!, at[i]!);
  }
  return [0, 1, 2].map((axis) => Math.max(0, most[axis]! - least[axis]!)) as [number, number, number];
}

/** Read a normalised SWC file: id, type, x, y, z, radius, parent; throws RangeError when it holds no point. */
export function parseSwc(text: string): Points {
  const points: [number, number, number][] = [];
  const radii: number[] = [];
  const types: number[] = [];
  const parents: number[] = [];
  const index = new Map<number, number>();
  for (const line of text.split("\n")) {
    const values = line.trim().split(/\s+/);
    if (values.length < 7 || line.startsWith("#")) continue;
    const [id, type, x, y, z, radius, parent] = values.map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    if (![x, y, z].every(Number.isFinite)) continue;
    index.set(id, points.length);
    points.push([x, y, z]);
    radii.push(radius);
    types.push(type);
    parents.push(index.get(parent) ?? -1);
  }
  if (!points.length) throw new RangeError("The file holds no point.");
  return { points, radii, types, parents };
}
