// What a screen reader is told about things that happen away from the focus.
import { signal } from "@preact/signals";

export const status = signal("");

export function announce(text: string): void {
  status.value = status.value === text ? `${text} ` : text; // a changed text is read again
}
