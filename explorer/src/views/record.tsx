// /explore/records/{id}: one record with its picture, measures, papers, files, relations and where it came from.
import { useEffect } from "preact/hooks";
import { place, to } from "../address";
import { api, own } from "../api/client";
import { useResource } from "../api/resource";
import type { HubRecord, Paper } from "../api/shapes";
import { BasketButton } from "../parts/basket-button";
import { CopyAs } from "../parts/copy";
import { Downloads } from "../parts/download";
import { Facts } from "../parts/facts";
import { ModelFiles } from "../parts/model-files";
import { cellType, MeasuresTable, useMeasuresLater } from "../parts/measures";
import { NeuronPanel } from "../parts/neuron-panel";
import { Picture, SourcePicture } from "../parts/picture";
import { Pin, Pinned } from "../parts/pin";
import { Related, Similar } from "../parts/related";
import { Traces, tracePath } from "../parts/traces";
import { Waiting } from "../parts/waiting";
import { bytes, capital, hasFile, kindOf, list, plainText, sourceName } from "../words";

export function recordPath(id: string): string {
  const release = place.value.params.get("release");
  return `/records/${encodeURIComponent(id)}?format=json${release ? `&release=${encodeURIComponent(release)}` : ""}`;
}

export function RecordView() {
  const { id } = place.value;
  const path = recordPath(id);
  const found = useResource<HubRecord>(path);
  const record = found.path === path ? found.data : undefined;
  useEffect(() => {
    if (record) document.title = `${record.name} · Hippocampus Hub`;
  }, [record]);
  return (
    <>
      {!record && <h1 class="unseen">Record {id}</h1>}
      <Waiting resource={found} what="record" />
      {record && <Whole record={record} path={path} reload={found.retry} />}
    </>
  );
}

function Whole({ record, path, reload }: { record: HubRecord; path: string; reload: () => void }) {
  const morphology = record.type === "morphology";
  useMeasuresLater(record, path, reload);
  return (
    <article class="record" aria-label={record.name}>
      <p class="crumbs">
        <a href={backAddress()}>← Search</a> · {sourceName(record.source)} · {record.id}
      </p>
      <h1>{record.name}</h1>
      <p class="subtitle">{subtitle(record)}</p>
      <Pinned />
      <Actions record={record} />
      <div class="record-layout">
        <div class="record-main">
          {morphology && hasFile(record) && (
            <section class="panel" aria-label="3-D view">
              <NeuronPanel record={record} />
            </section>
          )}
          {morphology && !hasFile(record) && <NoFile record={record} />}
          {!morphology && record.icon && !tracePath(record) && <SourcePicture record={record} />}
          {tracePath(record) && <Traces record={record} />}
          {record.description && (
            <section class="panel" aria-labelledby="h-description">
              <h2 id="h-description">Description</h2>
              <p class="pad prose">{plainText(record.description)}</p>
            </section>
          )}
          {record.type === "single" && <ModelFiles record={record} />}
          <Related record={record} />
        </div>
        <div class="record-side">
          {morphology && (
            <section class="panel" aria-labelledby="h-measures">
              <h2 id="h-measures">Measures</h2>
              <MeasuresTable record={record} />
            </section>
          )}
          <Facts record={record} />
          <Papers record={record} />
          {morphology && <Similar record={record} />}
          <Origin record={record} />
        </div>
      </div>
    </article>
  );
}

/** The last search of this visit, else all records of the kind. */
function backAddress(): string {
  const before = sessionStorage.getItem("hub-search");
  return before ?? to("search", {});
}

function subtitle(record: HubRecord): string {
  if (record.type === "morphology") {
    const type = cellType(record) || "neuron";
    const where = [record.species, record.secondary_region?.[0] ?? record.region].filter(Boolean).join(" ");
    return `${capital(type)}${/cell|neuron|_/.test(type) ? "" : " cell"}${where ? ` of ${where}` : ""}, reconstructed in 3-D`;
  }
  if (record.type === "connection") {
    const effect = record.presynaptic?.synaptic_effect === "excitatory" ? "▲ Excitatory" : "● Inhibitory";
    return `${effect} connection, from ${record.presynaptic?.name} to ${record.postsynaptic?.name}`;
  }
  const about =
    record.type === "single"
      ? list(record["modeling_application"])
      : [record.secondary_region?.[0], record.etype].filter(Boolean);
  return `${capital(kindOf(record))}${about.length ? `: ${about.join(", ")}` : ""}`;
}

function Actions({ record }: { record: HubRecord }) {
  const id = encodeURIComponent(record.id);
  return (
    <div class="actions">
      <BasketButton record={record} first />
      {record.download_link && <Downloads targets={[{ label: "Download file", path: own(record.download_link) }]} />}
      {record.type === "morphology" && hasFile(record) && (
        <a class="button" href={to("compare", { ids: record.id })}>
          Compare
        </a>
      )}
      <a class="button" href={api(`/records/${id}?format=html`)} data-native="">
        Record page
      </a>
      <details class="menu">
        <summary>Cite</summary>
        <div class="menu-body cite">
          {record.cite?.text && <p>{record.cite.text}</p>}
          <p>
            {(["bibtex", "ris", "csl", "jsonld", "csv"] as const).map((format) => (
              <a key={format} class="button" href={api(`/records/${id}?format=${format}`)}>
                {FORMATS[format]}
              </a>
            ))}
          </p>
        </div>
      </details>
      <CopyAs url={api(`/records/${id}`)} />
      <Pin release={record.generation} />
    </div>
  );
}

const FORMATS = { bibtex: "BibTeX", ris: "RIS", csl: "CSL JSON", jsonld: "JSON-LD", csv: "CSV" } as const;

function NoFile({ record }: { record: HubRecord }) {
  return (
    <section class="panel pictured" aria-label="Picture">
      <Picture record={record} />
      <p class="notice">
        No file, so no 3-D view: {record.file_state?.reason ?? "the source offers none for this record"}.
      </p>
    </section>
  );
}

function Papers({ record }: { record: HubRecord }) {
  const papers = record.papers ?? [];
  return (
    <section class="panel" aria-labelledby="h-papers">
      <h2 id="h-papers">Papers</h2>
      {papers.length === 0 && <p class="quiet pad">No paper is stated by the source.</p>}
      <ul class="papers">
        {papers.map((paper, i) => (
          <li key={i}>
            <PaperLine paper={paper} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PaperLine({ paper }: { paper: Paper }) {
  const title = paper.title ?? paper.label ?? paper.url ?? "";
  const address =
    paper.url ??
    (paper.doi
      ? `https://doi.org/${paper.doi}`
      : paper.pmid
        ? `https://pubmed.ncbi.nlm.nih.gov/${paper.pmid}/`
        : undefined);
  const by = [list(paper.authors).slice(0, 3).join(", "), paper.year].filter(Boolean).join(" · ");
  return (
    <>
      {address ? <a href={address}>{title}</a> : title}
      {by && <span class="quiet"> {by}</span>}
      {paper.pmid && <span class="quiet"> PMID {paper.pmid}</span>}
    </>
  );
}

function Origin({ record }: { record: HubRecord }) {
  const { provenance: from, file_state: file } = record;
  const rows: readonly (readonly [string, unknown])[] = [
    [
      "Source",
      record.page_link ? <a href={record.page_link}>{sourceName(record.source)}</a> : sourceName(record.source),
    ],
    ["Harvested", from?.harvested_at?.slice(0, 16).replace("T", " ")],
    ["Licence", from?.licence],
    ["Cite", from?.citation],
    [
      "File",
      file &&
        [
          file.cached === false || file.state === "missing" ? (file.reason ?? "not fetched yet") : "kept by the hub",
          file.size && bytes(file.size),
        ]
          .filter(Boolean)
          .join(", "),
    ],
    ["SHA-256", file?.sha256 && <code>{file.sha256}</code>],
    ["Identifier", <code>{record.id}</code>],
  ];
  return (
    <section class="panel" aria-labelledby="h-origin">
      <h2 id="h-origin">Provenance</h2>
      <dl class="facts">
        {rows
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value as string}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
