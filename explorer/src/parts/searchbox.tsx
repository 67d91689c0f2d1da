// The search field with its suggestions: an input that stays a searchbox, beside a list that it walks through.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { go, place, type Place, to } from "../address";
import { ask, isCancelled } from "../api/client";
import { indexAt, recordsPath } from "../api/first-page";
import { prefetch } from "../api/resource";
import type { Suggestion } from "../api/shapes";
import { counted } from "../words";

const PAUSE = 120; // ms without a key before suggestions are asked
const MOST = 8;

export function SearchBox({ large = false }: { large?: boolean }) {
  const at = place.value;
  const asked = at.view === "search" ? (at.params.get("q") ?? "") : "";
  const [text, setText] = useState(asked);
  const [chosen, setChosen] = useState(-1);
  const [open, setOpen] = useState(false);
  const found = useSuggestions(open ? text : "", at);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => setText(asked), [asked]);
  useEffect(() => setChosen(-1), [found]);
  const shown = open && found.length > 0;

  const search = (words: string) => {
    setText(words);
    setOpen(false);
    go(to("search", parametersFor(words, at)));
  };
  const take = (one: Suggestion) => search(textOf(one));
  const press = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setChosen(shown ? ((chosen + 1 + step + found.length + 1) % (found.length + 1)) - 1 : -1);
    } else if (event.key === "Escape" && shown) {
      event.preventDefault();
      setOpen(false);
    } else if (event.key === "Enter" && shown && found[chosen]) {
      event.preventDefault();
      take(found[chosen]);
    }
  };

  return (
    <form
      class={large ? "search large" : "search"}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        search(text);
      }}
    >
      <svg class="glass" viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="8.5" cy="8.5" r="5.5" />
        <path d="m13 13 4.5 4.5" />
      </svg>
      <input
        ref={input}
        type="search"
        aria-label="Search"
        aria-autocomplete="list"
        aria-controls={id}
        aria-activedescendant={shown && chosen >= 0 ? `${id}-${chosen}` : undefined}
        placeholder="Neuron, region, cell type, paper …"
        autocomplete="off"
        spellcheck={false}
        maxLength={1000}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
        }}
        onKeyDown={press}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
      />
      <ul id={id} class="suggestions" role="listbox" aria-label="Suggestions" hidden={!shown}>
        {found.map((one, i) => (
          <li
            key={`${one.kind}-${textOf(one)}-${i}`}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === chosen}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(one)}
          >
            <span>
              {textOf(one)}
              {synonymOf(one) && <span class="quiet"> for “{synonymOf(one)}”</span>}
            </span>
            <span class="quiet">
              {[kindOf(one), one.count !== undefined && counted(one.count, "record")].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      <span class="unseen" role="status">
        {shown ? counted(found.length, "suggestion") : ""}
      </span>
    </form>
  );
}

/** Those of the search that the words mean here: filters stay, what belonged to the text before goes. */
function parametersFor(words: string, at: Place): URLSearchParams {
  const params = at.view === "search" ? new URLSearchParams(at.params) : new URLSearchParams();
  for (const name of ["shown", "literal", "cursor", "page"]) params.delete(name);
  if (words.trim()) params.set("q", words.trim());
  else params.delete("q");
  return params;
}

const textOf = (one: Suggestion): string => one.text ?? one.value ?? one.label ?? one.name ?? "";
const kindOf = (one: Suggestion): string => (one.facet ?? one.field ?? one.kind ?? "").replaceAll("_", " ");
const synonymOf = (one: Suggestion): string | undefined => {
  const matched = one.synonym ?? one.matched;
  return matched && matched.toLowerCase() !== textOf(one).toLowerCase() ? matched : undefined;
};

/** What the API suggests once nothing was typed for a moment; then the results are asked, before anybody wants them. */
function useSuggestions(text: string, at: Place): readonly Suggestion[] {
  const [found, setFound] = useState<readonly Suggestion[]>([]);
  const words = text.trim();
  const index = indexAt(at);
  const type = at.view === "search" ? at.params.get("data_type") : undefined;
  useEffect(() => {
    if (words.length < 2) {
      setFound([]);
      return;
    }
    const stop = new AbortController();
    const query = new URLSearchParams({ q: words, size: String(MOST), ...(type ? { data_type: type } : {}) });
    const timer = setTimeout(() => {
      ask<{ items?: readonly Suggestion[]; suggestions?: readonly Suggestion[] }>(`/suggest/${index}?${query}`, {
        signal: stop.signal,
      })
        .then(({ data }) => {
          setFound((data.items ?? data.suggestions ?? []).slice(0, MOST));
          prefetch(recordsPath({ view: "search", id: "", params: parametersFor(words, at) }));
        })
        .catch((error: unknown) => {
          if (!isCancelled(error)) setFound([]);
        }); // a search works without
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [words, index, type]);
  return found;
}
