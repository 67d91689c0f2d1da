// Recorded traces, plotted where the file can be read in a browser; any other is offered as a file.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { own, Problem } from "../api/client";
import { useResource } from "../api/resource";
import type { HubRecord } from "../api/shapes";
import { dark } from "../state/theme";
import { counted } from "../words";
import { Failure, Waiting } from "./waiting";

const LARGE_FILE = 60_000; // ms: after eight seconds the page says that it waits

type TraceChunk = typeof import("../traces/traces");
type Recording = ReturnType<TraceChunk["readAbf"]>;

/** Where the trace of a record lies, if it has one. */
export function tracePath(record: HubRecord): string | undefined {
  return record.type === "electrophysiology" && record.download_link ? own(record.download_link) : undefined;
}

export function Traces({ record }: { record: HubRecord }) {
  const address = tracePath(record)!;
  const readable = /\.abf$/i.test(record.download_filename ?? address);
  return (
    <section class="panel" aria-labelledby="h-traces">
      <h2 id="h-traces">Traces</h2>
      {readable ? (
        <Plots address={address} name={record.name} />
      ) : (
        <p class="pad">
          {(record.download_filename ?? "This file").split(".").at(-1)?.toUpperCase()} is not drawn here:{" "}
          <a href={address} download="">
            download {record.download_filename ?? "the file"}
          </a>
          .
        </p>
      )}
    </section>
  );
}

function Plots({ address, name }: { address: string; name: string }) {
  const [chunk, setChunk] = useState<TraceChunk>();
  const [problem, setProblem] = useState<Problem>();
  const file = useResource<ArrayBuffer>(address, { as: "buffer", accept: "*/*", limit: LARGE_FILE });
  useEffect(() => void loadTraces().then(setChunk, setProblem), []);
  const recording = useMemo(() => (chunk && file.data ? read(chunk, file.data) : undefined), [chunk, file.data]);
  if (problem) return <Failure problem={problem} what="traces" retry={() => location.reload()} />;
  if (recording instanceof Problem) return <Failure problem={recording} what="traces" />;
  if (!recording || !chunk) return <Waiting resource={file} what="traces" />;
  return (
    <>
      {recording.channels.map((channel, i) => (
        <figure key={channel.name + i} class="plot">
          <figcaption>
            {channel.name} ({channel.unit}), {counted(recording.sweeps, "sweep")}, {recording.seconds.toFixed(2)} s
            each, {(recording.rate / 1000).toFixed(1)} kHz
          </figcaption>
          <Plot chunk={chunk} recording={recording} channel={i} label={`${channel.name} of ${name}`} />
        </figure>
      ))}
    </>
  );
}

/** The plotter; a page that is older than the server finds its chunk gone. */
function loadTraces(): Promise<TraceChunk> {
  return import("../traces/traces").catch(() => {
    throw new Problem(
      0,
      "The plotter could not be loaded",
      "The explorer may have been renewed since this page was opened: reload it.",
    );
  });
}

function read(chunk: TraceChunk, file: ArrayBuffer): Recording | Problem {
  try {
    return chunk.readAbf(file);
  } catch (error) {
    return new Problem(
      0,
      "The file cannot be read",
      `${error instanceof Error ? error.message : String(error)} Download it instead.`,
    );
  }
}

function Plot({
  chunk,
  recording,
  channel,
  label,
}: {
  chunk: TraceChunk;
  recording: Recording;
  channel: number;
  label: string;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => chunk.plot(place.current!, recording, channel), [chunk, recording, channel, dark.value]);
  return <div ref={place} class="plot-area" role="img" aria-label={label} />;
}
