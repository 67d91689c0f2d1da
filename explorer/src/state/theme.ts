// Light or dark: the system's, until one is chosen.
import { signal } from "@preact/signals";

const system = matchMedia("(prefers-color-scheme: dark)");
const chosen = document.documentElement.dataset.theme;
export const dark = signal(chosen ? chosen === "dark" : system.matches);

system.addEventListener("change", (event) => {
  if (!document.documentElement.dataset.theme) dark.value = event.matches;
});

export function chooseTheme(isDark: boolean): void {
  const name = isDark ? "dark" : "light";
  document.documentElement.dataset.theme = name;
  dark.value = isDark;
  try {
    localStorage.setItem("hub-theme", name);
  } catch {
    // no storage: for this visit only
  }
}
