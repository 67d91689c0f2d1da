// An address that shows the same for as long as its release is kept, on request; and the way back to today's.
import { changed, place } from "../address";

export function Pin({ release }: { release: string | undefined }) {
  if (place.value.params.has("release") || !release) return null;
  return (
    <a class="button" href={changed(place.value, { release })} title={`Keep this address at release ${release}`}>
      Pin this release
    </a>
  );
}

/** Says so where the address is pinned; a view shows it above all else. */
export function Pinned() {
  const release = place.value.params.get("release");
  if (!release) return null;
  return (
    <p class="notice pinned">
      <span>
        Pinned to release <code>{release}</code>: this address shows the same for as long as that is kept.
      </span>
      <a href={changed(place.value, { release: undefined })}>Show today’s</a>
    </p>
  );
}
