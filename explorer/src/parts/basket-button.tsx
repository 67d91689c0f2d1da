import type { HubRecord } from "../api/shapes";
import { drop, isKept, keep } from "../state/basket";

export function BasketButton({ record, first = false }: { record: HubRecord; first?: boolean }) {
  const kept = isKept(record.id);
  return (
    <button
      type="button"
      class={kept ? "pressed" : first ? "first" : ""}
      aria-pressed={kept}
      onClick={() => (kept ? drop(record.id) : keep(record))}
    >
      {kept ? "✓ In basket" : "Add to basket"}
    </button>
  );
}
