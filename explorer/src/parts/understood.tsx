// What the API made of the words that were typed: each piece can be removed, and is then searched as it was typed.
import { changed, go, place, to } from "../address";
import type { Interpreted, SearchPage } from "../api/shapes";
import { capital, counted, facetName, list } from "../words";

export function Understood({ page }: { page: SearchPage }) {
  const pieces = page.interpreted ?? [];
  const relaxed = page.relaxed ?? [];
  if (!pieces.length && !relaxed.length) return null;
  return (
    <section class="understood" aria-label="Understood">
      <h2>Understood</h2>
      <ul>
        {pieces.map((piece, i) => (
          <li key={`${piece.text}-${i}`} class="chip" title={inclusionOf(piece)}>
            <span class="quiet">{piece.text}</span> <strong>{meaningOf(piece)}</strong>
            <button
              type="button"
              aria-label={`Remove ${piece.text}: ${meaningOf(piece)}`}
              onClick={() => go(asTyped(piece.text))}
            >
              ✕
            </button>
          </li>
        ))}
        {relaxed.map((word) => (
          <li key={word} class="chip outlined">
            <span class="quiet">{/→|->/.test(word) ? "read as" : "left out"}</span> <strong>{word}</strong>
          </li>
        ))}
      </ul>
      {pieces.length > 0 && (
        <a href={changed(place.value, { literal: "true", shown: undefined })}>search the words as typed</a>
      )}
    </section>
  );
}

/** "Region: CA1 field of hippocampus": the facet and the concept, or the filter, that a piece became. */
function meaningOf(piece: Interpreted): string {
  const side = piece.end === "presynaptic" ? "from " : piece.end === "postsynaptic" ? "to " : "";
  const sense = piece.excluded ? "not " : piece.absent ? "without " : "";
  return capital(side + plainMeaning(piece, sense));
}

function plainMeaning({ filter, label, facet, field, value, concept }: Interpreted, sense: string): string {
  if (facet && label) return `${facet}: ${sense}${label}`;
  const named = filter && typeof filter === "object" ? Object.entries(filter) : [];
  if (named.length)
    return named
      .map(([name, one]) => `${facetName(name)}: ${sense}${name === "concept" && label ? label : rangeText(one)}`)
      .join(" · ");
  const name = typeof filter === "string" ? filter : field;
  const text = sense + (label ?? list(value ?? concept).join(", "));
  return name ? `${facetName(name)}: ${text}` : text || "as a word";
}

function rangeText(given: unknown): string {
  const { from: low, to: high } = (given ?? {}) as { from?: number; to?: number };
  const value = low !== undefined || high !== undefined ? `${low ?? ""}..${high ?? ""}` : list(given).join(", ");
  const [, from, to] = /^(-?[\d.]*\d)?\.\.(-?[\d.]*\d)?$/.exec(value) ?? [];
  if (from && to) return `${from} to ${to}`;
  return from ? `${from} or more` : to ? `at most ${to}` : value;
}

const inclusionOf = (piece: Interpreted): string | undefined =>
  piece.including?.length
    ? `With ${piece.including.slice(0, 12).join(", ")}${piece.including.length > 12 ? " and more" : ""}`
    : undefined;

/** The same search with this piece in quotes: the API takes quoted words as they stand. */
function asTyped(text: string): string {
  const at = place.value;
  const asked = at.params.get("q") ?? "";
  const found = unquotedAt(asked, text);
  if (found < 0) return changed(at, { literal: "true", shown: undefined });
  const quoted = `${asked.slice(0, found)}"${asked.slice(found, found + text.length)}"${asked.slice(found + text.length)}`;
  return changed(at, { q: quoted, shown: undefined });
}

function unquotedAt(asked: string, text: string): number {
  const [where, what] = [asked.toLowerCase(), text.toLowerCase()];
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
    if ((asked.slice(0, at).split('"').length - 1) % 2 === 0) return at;
  }
  return -1;
}

/** Other searches, where this one finds nothing or a filter's value does not exist. */
export function Suggested({ page }: { page: SearchPage }) {
  const at = place.value;
  const meant = (page.did_you_mean ?? []).map((one) => (typeof one === "string" ? { q: one } : one));
  return (
    <>
      {(page.notes ?? []).map((note) => (
        <p key={`${note.field}-${note.value}`} class="notice">
          {note.detail ?? `${capital(facetName(note.field ?? "filter"))}: nothing is called “${note.value}”.`}{" "}
          {note.field && note.did_you_mean?.length ? "Did you mean " : ""}
          {note.field &&
            (note.did_you_mean ?? []).map((value, i) => (
              <span key={value}>
                {i > 0 && ", "}
                <a href={changed(at, { [note.field!]: value })}>{value}</a>
              </span>
            ))}
          {note.did_you_mean?.length ? "?" : ""}
        </p>
      ))}
      {meant.length > 0 && (
        <p class="notice">
          Did you mean{" "}
          {meant.map((one, i) => {
            const words = one.q ?? one.query ?? one.text ?? one.value ?? "";
            const count = one.total ?? one.count;
            return (
              <span key={words}>
                {i > 0 && ", "}
                <a href={withText(words)}>{words}</a>
                {count !== undefined && <span class="quiet"> ({counted(count, "record")})</span>}
              </span>
            );
          })}
          ?
        </p>
      )}
    </>
  );
}

function withText(words: string): string {
  const params = new URLSearchParams(place.value.params);
  for (const name of ["shown", "literal"]) params.delete(name);
  params.set("q", words);
  return to("search", params);
}
