// Concepts under their broader ones: CA1 below hippocampus proper, basket cell below interneuron.
import { useState } from "preact/hooks";
import { chosenAt } from "../address";
import type { FacetValue } from "../api/shapes";
import { Box, keyOf, nameOf } from "./box";

interface Node {
  readonly one: FacetValue;
  readonly below: readonly Node[];
}

const SHOWN = 12; // concepts before the rest is folded away

export function ConceptTree({ name, values: counted }: { name: string; values: readonly FacetValue[] }) {
  const [all, setAll] = useState(false);
  const chosen = new Set(chosenAt(name));
  const values = telling(counted, chosen);
  const roots = treeOf(values);
  const kept = all || values.length <= SHOWN ? undefined : visible(roots, chosen);
  return (
    <>
      <Level nodes={roots} name={name} chosen={chosen} kept={kept} />
      {values.length > SHOWN && (
        <button type="button" class="link" onClick={() => setAll(!all)}>
          {all ? "fewer" : `${values.length - (kept?.size ?? 0)} more`}
        </button>
      )}
    </>
  );
}

/** Without concepts above one with as many records: "brain" says nothing where all are of the hippocampus. */
function telling(values: readonly FacetValue[], chosen: ReadonlySet<string>): readonly FacetValue[] {
  const byId = new Map(values.map((one) => [keyOf(one), one]));
  const idle = new Set<string>();
  for (const one of values) {
    for (const parent of one.parents ?? []) if (byId.get(parent)?.count === one.count) idle.add(parent);
  }
  const kept = values.filter((one) => !idle.has(keyOf(one)) || chosen.has(keyOf(one)));
  return kept.map((one) => ({ ...one, parents: above(one, byId) }));
}

/** All concepts above one, of those that are counted. */
function above(one: FacetValue, byId: ReadonlyMap<string, FacetValue>, seen = new Set<string>()): readonly string[] {
  for (const parent of one.parents ?? []) {
    const found = byId.get(parent);
    if (!found || seen.has(parent)) continue;
    seen.add(parent);
    above(found, byId, seen);
  }
  return [...seen];
}

interface LevelProps {
  readonly nodes: readonly Node[];
  readonly name: string;
  readonly chosen: ReadonlySet<string>;
  readonly kept: ReadonlySet<string> | undefined;
}

function Level({ nodes, name, chosen, kept }: LevelProps) {
  return (
    <ul class="tree">
      {nodes
        .filter(({ one }) => !kept || kept.has(keyOf(one)))
        .map(({ one, below }) => (
          <li key={keyOf(one)}>
            <Box name={name} one={one} checked={chosen.has(keyOf(one))} />
            {below.some((node) => !kept || kept.has(keyOf(node.one))) && (
              <Level nodes={below} name={name} chosen={chosen} kept={kept} />
            )}
          </li>
        ))}
    </ul>
  );
}

/** Each concept once, below the nearest of its parents that is here too. */
function treeOf(values: readonly FacetValue[]): readonly Node[] {
  const known = new Map(values.map((one) => [keyOf(one), one]));
  const ancestors = new Map(
    values.map((one) => [keyOf(one), (one.parents ?? []).filter((id) => known.has(id) && id !== keyOf(one))]),
  );
  const depth = (id: string, seen: readonly string[] = []): number =>
    seen.includes(id) ? 0 : 1 + Math.max(0, ...(ancestors.get(id) ?? []).map((up) => depth(up, [...seen, id])));
  const parentOf = (one: FacetValue): string | undefined =>
    [...(ancestors.get(keyOf(one)) ?? [])].sort((a, b) => depth(b) - depth(a))[0];
  const below = (parent: string | undefined, seen: readonly string[]): readonly Node[] =>
    values
      .filter((one) => parentOf(one) === parent && !seen.includes(keyOf(one)))
      .sort((a, b) => b.count - a.count || nameOf(a).localeCompare(nameOf(b)))
      .map((one) => ({ one, below: below(keyOf(one), [...seen, keyOf(one)]) }));
  return below(undefined, []);
}

function visible(roots: readonly Node[], chosen: ReadonlySet<string>): ReadonlySet<string> {
  const kept = new Set<string>();
  const keepWay = (node: Node): boolean => {
    const wanted = chosen.has(keyOf(node.one)) || node.below.map(keepWay).some(Boolean);
    if (wanted) kept.add(keyOf(node.one));
    return wanted;
  };
  roots.forEach(keepWay);
  const queue = [...roots];
  for (let node = queue.shift(); node && kept.size < SHOWN; node = queue.shift()) {
    kept.add(keyOf(node.one));
    queue.push(...node.below);
  }
  return kept;
}
