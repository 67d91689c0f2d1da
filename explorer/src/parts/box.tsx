// A value to tick, with its count: in a list of values and in a tree of concepts.
import { changed, go, place } from "../address";
import type { FacetValue } from "../api/shapes";
import { number } from "../words";

export const keyOf = (one: FacetValue): string => one.id ?? String(one.value);
export const nameOf = (one: FacetValue): string => one.label ?? String(one.value ?? one.id);

export function Box({ name, one, checked }: { name: string; one: FacetValue; checked: boolean }) {
  return (
    <label class="box">
      <input
        type="checkbox"
        aria-label={`${nameOf(one)} (${one.count})`}
        checked={checked}
        onChange={() => tick(name, keyOf(one))}
      />
      <span aria-hidden="true">{nameOf(one)}</span>
      <span class="count" aria-hidden="true">
        {number(one.count)}
      </span>
    </label>
  );
}

function tick(name: string, value: string): void {
  const chosen = place.value.params.getAll(name);
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  go(changed(place.value, { [name]: next, shown: undefined }));
}
