import { to } from "../address";
import { useResource } from "../api/resource";
import type { HubRecord, Related as RelatedRecord } from "../api/shapes";
import { capital, number } from "../words";
import { recordAddress } from "./results";
import { Waiting } from "./waiting";

/** What the API relates to a record: same archive, same paper, same type, models, connections in and out. */
export function Related({ record }: { record: HubRecord }) {
  const groups = Object.entries(record.related ?? {})
    .map(([name, value]) => [name, itemsOf(value), totalOf(value)] as const)
    .filter(([, items]) => items.length > 0);
  if (!groups.length) return null;
  return (
    <section class="panel related-panel" aria-labelledby="h-related">
      <h2 id="h-related">Related records</h2>
      {groups.map(([name, items, total]) => (
        <div key={name} class="related">
          <h3>
            {capital(name.replaceAll("_", " "))}
            {total > items.length && <span class="quiet"> ({number(total)})</span>}
          </h3>
          <ul class="chips">
            {items.slice(0, 12).map((one) => (
              <li key={one.id}>
                <a class="chip outlined" href={recordAddress(one.id)}>
                  {one.name ?? one.id}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function itemsOf(value: unknown): readonly RelatedRecord[] {
  const items = Array.isArray(value) ? value : ((value as { items?: unknown } | null)?.items ?? []);
  if (!Array.isArray(items)) return [];
  return items
    .map((one: unknown) => (typeof one === "string" ? { id: one } : (one as RelatedRecord)))
    .filter((one) => one?.id);
}

const totalOf = (value: unknown): number => Number((value as { total?: unknown } | null)?.total ?? 0);

/** The nearest neurons of the same type by their measures. */
export function Similar({ record }: { record: HubRecord }) {
  const measured = Object.keys(record.morphometry ?? {}).length > 0;
  const found = useResource<{ items: readonly RelatedRecord[] }>(
    measured ? `/records/${encodeURIComponent(record.id)}/similar` : undefined,
  );
  if (!measured) return null;
  const items = (found.data?.items ?? []).slice(0, 8);
  const ids = [record.id, ...items.slice(0, 3).map((one) => one.id)].join(",");
  return (
    <section class="panel" aria-labelledby="h-similar">
      <h2 id="h-similar">Cells like this one</h2>
      <Waiting resource={found} what="similar cells">
        <ol class="similar">
          {items.map((one) => (
            <li key={one.id}>
              <a href={recordAddress(one.id)}>{one.name ?? one.id}</a>
              {one.distance !== undefined && <span class="quiet numeric">{number(one.distance)}</span>}
            </li>
          ))}
        </ol>
        {items.length === 0 && <p class="quiet pad">No other cell of its type is measured yet.</p>}
        {items.length > 0 && (
          <p class="pad">
            <a href={to("compare", { ids })}>Compare with the nearest</a>
          </p>
        )}
      </Waiting>
    </section>
  );
}
