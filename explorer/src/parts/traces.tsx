// Recorded traces, plotted where the file can be read in a browser; any other is offered as a file.
import { useEffect, useRef, useState } from "preact/hooks";
import { ask, isCancelled, own, Problem } from "../api/client";
import type { HubRecord } from "../api/shapes";
import { dark } from "../state/theme";
import { counted } from "../words";
import { Failure } from "./waiting";

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
      {readable ? <Plots address={address} name={record.name} /> : (
        <p class="pad">
          {(record.download_filename ?? "This file").split(".").at(-1)?.toUpperCase()} is not drawn here:{" "}
          <a href={address} download="">download {record.download_filename ?? "the file"}</a>.
        </p>
      )}
    </section>
  );
}

function Plots({ address, name }: { address: string; name: string }) {
  const [chunk, setChunk] = useState<TraceChunk>();
  const [recording, setRecording] = useState<Recording>();
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    setProblem(undefined);
    read(address, stop.signal).then(
      ([made, data]) => { setChunk(made); setRecording(data); },
      (error: unknown) => { if (!isCancelled(error)) setProblem(error instanceof Problem ? error : new Problem(0, "The file cannot be read", String(error))); },
    );
    return () => stop.abort();
  }, [address, attempt]);
  if (problem) return <Failure problem={problem} what="traces" retry={() => setAttempt(attempt + 1)} />;
  if (!recording || !chunk) return <p class="quiet pad" role="status">Loading the traces …</p>;
  return (
    <>
      {recording.channels.map((channel, i) => (
        <figure key={channel.name + i} class="plot">
          <figcaption>{channel.name} ({channel.unit}), {counted(recording.sweeps, "sweep")}, {recording.seconds.toFixed(2)} s each, {(recording.rate / 1000).toFixed(1)} kHz</figcaption>
          <Plot chunk={chunk} recording={recording} channel={i} label={`${channel.name} of ${name}`} />
        </figure>
      ))}
    </>
  );
}

async function read(address: string, signal: AbortSignal): Promise<[TraceChunk, Recording]> {
  const [chunk, file] = await Promise.all([import("../traces/traces"), ask<ArrayBuffer>(address, { as: "buffer", accept: "*/*", signal, limit: 60_000 })]);
  return [chunk, chunk.readAbf(file.data)];
}

function Plot({ chunk, recording, channel, label }: { chunk: TraceChunk; recording: Recording; channel: number; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => chunk.plot(place.current!, recording, channel), [chunk, recording, channel, dark.value]);
  return <div ref={place} class="plot-area" role="img" aria-label={label} />;
}
