// The records that a visitor keeps; they survive a reload, and every tab shows the same ones.
import { computed, signal } from "@preact/signals";
import { announce } from "./status";

export interface Kept {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly source: string;
}

const KEY = "hub-basket";
export const basket = signal<readonly Kept[]>(load());
const ids = computed(() => new Set(basket.value.map((one) => one.id)));

export const isKept = (id: string): boolean => ids.value.has(id);

export function keep(record: Kept): void {
  if (isKept(record.id)) return;
  const { id, name, type, source } = record;
  save([...load(), { id, name, type, source }]);
  announce(`${name} is in the basket.`);
}

export function drop(id: string): void {
  const name = basket.value.find((one) => one.id === id)?.name ?? id;
  save(load().filter((one) => one.id !== id));
  announce(`${name} is no longer in the basket.`);
}

export function empty(): void {
  save([]);
  announce("The basket is empty.");
}

function load(): readonly Kept[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter(isRecord) : [];
  } catch {
    return [];
  }
}

function isRecord(one: unknown): one is Kept {
  return (
    typeof one === "object" &&
    one !== null &&
    typeof (one as Kept).id === "string" &&
    typeof (one as Kept).name === "string"
  );
}

function save(records: readonly Kept[]): void {
  basket.value = records;
  try {
    localStorage.setItem(KEY, JSON.stringify(records));
  } catch {
    announce("This browser keeps no basket: it will be lost when the page is closed.");
  }
}

addEventListener("storage", (event) => {
  if (event.key === KEY) basket.value = load();
});
