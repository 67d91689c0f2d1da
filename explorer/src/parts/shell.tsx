// What every view stands in: the bar with the search field, the one `main`, and what is told to screen readers.
import type { ComponentChildren } from "preact";
import { place, to } from "../address";
import { basket } from "../state/basket";
import { status } from "../state/status";
import { chooseTheme, dark } from "../state/theme";
import { SearchBox } from "./searchbox";

export function Shell({ children }: { children: ComponentChildren }) {
  const view = place.value.view;
  const current = (name: string) => (view === name ? "page" : undefined);
  return (
    <>
      <a class="skip" href="#main">
        Skip to content
      </a>
      <header class="bar">
        <a class="brand" href={to("front")} aria-label="Hippocampus Hub, front page">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 18c0-9 5-14 10-14 4 0 6 3 6 6s-2 5-5 5-4-2-4-4 1-3 3-3" />
          </svg>
          <span>Hippocampus Hub</span>
        </a>
        {view === "front" ? <span class="bar-gap" /> : <SearchBox />}
        <nav aria-label="Main">
          <a href={to("connections")} aria-current={current("connections")}>
            Connections
          </a>
          <a href={to("sources")} aria-current={current("sources")}>
            Sources
          </a>
          <a href={to("basket")} aria-current={current("basket")}>
            Basket ({basket.value.length})
          </a>
        </nav>
        <button
          type="button"
          class="switch"
          role="switch"
          aria-checked={dark.value}
          aria-label="Dark theme"
          onClick={() => chooseTheme(!dark.value)}
        >
          <span />
        </button>
      </header>
      <main id="main" tabIndex={-1} class={`view-${view}`}>
        {children}
      </main>
      <p class="unseen" role="status" aria-live="polite" data-status>
        {status.value}
      </p>
    </>
  );
}
