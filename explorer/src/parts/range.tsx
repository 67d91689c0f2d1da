// A measure as histogram with two handles; skewed counts get a logarithmic scale, and numbers can be typed.
import { useEffect, useState } from "preact/hooks";
import { changed, chosenAt, go, place } from "../address";
import { axisOf, type Histogram } from "../api/shapes";
import { facetName, measureText, number, unitOf } from "../words";

const STEPS = 200;

interface Scale {
  readonly least: number;
  readonly most: number;
  /** A value as a step of the slider, 0 to STEPS, and back. */
  step(value: number): number;
  value(step: number): number;
}

export function Range({ name, histogram }: { name: string; histogram: Histogram }) {
  const scale = scaleOf(histogram);
  const [low, high] = chosenRange(name);
  const [draft, setDraft] = useState<{ low: number | undefined; high: number | undefined }>({ low, high });
  useEffect(() => setDraft({ low, high }), [low, high]);
  const from = draft.low ?? scale.least;
  const to = draft.high ?? scale.most;
  const [a, b] = [scale.step(from), scale.step(to)];
  const most = Math.max(1, ...histogram.bins.map((bin) => bin.count));
  const label = facetName(name);

  const choose = (next: { low: number | undefined; high: number | undefined }) => {
    const open = {
      low: next.low !== undefined && next.low > scale.least ? next.low : undefined,
      high: next.high !== undefined && next.high < scale.most ? next.high : undefined,
    };
    const text =
      open.low === undefined && open.high === undefined ? undefined : `${open.low ?? ""}..${open.high ?? ""}`;
    go(changed(place.value, { [name]: text, shown: undefined }));
  };
  const slide = (which: "low" | "high", step: number): { low: number | undefined; high: number | undefined } =>
    which === "low"
      ? { ...draft, low: scale.value(Math.min(step, b)) }
      : { ...draft, high: scale.value(Math.max(step, a)) };

  return (
    <div class="range">
      <div class="bars" aria-hidden="true">
        {histogram.bins.map((bin) => {
          const [x, width] = [scale.step(bin.from), scale.step(bin.to) - scale.step(bin.from)];
          const inside = bin.to > from && bin.from < to;
          return (
            <i
              key={bin.from}
              class={inside ? "in" : "out"}
              title={`${number(bin.from)} to ${number(bin.to)}: ${number(bin.count)}`}
              style={{
                left: `${x / 2}%`,
                width: `calc(${width / 2}% - 1px)`,
                height: bin.count ? `${6 + (94 * bin.count) / most}%` : "0",
              }}
            />
          );
        })}
      </div>
      <div class="handles">
        {(["low", "high"] as const).map((which) => (
          <input
            key={which}
            type="range"
            min={0}
            max={STEPS}
            value={which === "low" ? a : b}
            aria-label={`${which === "low" ? "Minimum" : "Maximum"} ${label}`}
            aria-valuetext={measureText(name, which === "low" ? from : to)}
            onInput={(event) => setDraft(slide(which, Number(event.currentTarget.value)))}
            onChange={(event) => choose(slide(which, Number(event.currentTarget.value)))}
          />
        ))}
        <span class="chosen" style={{ left: `${a / 2}%`, right: `${100 - b / 2}%` }} />
      </div>
      <div class="typed">
        <Typed label={`From, ${label}`} value={from} take={(value) => choose({ ...draft, low: value })} />
        <span>to</span>
        <Typed label={`To, ${label}`} value={to} take={(value) => choose({ ...draft, high: value })} />
        <span class="quiet">{unitOf(name)}</span>
      </div>
    </div>
  );
}

function Typed({ label, value, take }: { label: string; value: number; take: (value: number | undefined) => void }) {
  return (
    <input
      type="text"
      inputMode="decimal"
      aria-label={label}
      value={number(value)}
      onChange={(event) => {
        const text = event.currentTarget.value.replaceAll(",", "").trim();
        const typed = Number(text);
        if (text && Number.isFinite(typed)) take(typed);
        else if (!text) take(undefined);
        else event.currentTarget.value = number(value);
      }}
    />
  );
}

/** `1000..5000`, one or both ends open. */
export function chosenRange(name: string): readonly [number | undefined, number | undefined] {
  const [low, high] = (chosenAt(name)[0] ?? "").split("..");
  return [low ? Number(low) : undefined, high ? Number(high) : undefined];
}

function scaleOf({ bins, quartiles }: Histogram): Scale {
  const least = bins[0]?.from ?? 0;
  const most = Math.max(bins.at(-1)?.to ?? 1, least + Number.EPSILON);
  const [squeeze, stretch] = axisOf(least, most, quartiles[1]);
  const [a, b] = [squeeze(least), squeeze(most)];
  const step = (value: number) => Math.round((STEPS * (squeeze(Math.min(most, Math.max(least, value))) - a)) / (b - a));
  return {
    least,
    most,
    step,
    value: (at) => (at <= 0 ? least : at >= STEPS ? most : rounded(stretch(a + ((b - a) * at) / STEPS))),
  };
}

/** Three digits are enough for a handle. */
const rounded = (value: number): number => Number(value.toPrecision(3));
