import { to } from "../address";
import type { HubRecord } from "../api/shapes";
import { capital, facetName, list, number } from "../words";

/** Fields that a record page shows as facts, in this order; those with a filter lead to what shares them. */
const SHOWN = [
  "species",
  "strain",
  "gender",
  "age_classification",
  "region",
  "soma_region",
  "secondary_region",
  "subregions",
  "layers",
  "cell_types",
  "cell_type",
  "secondary_cell_type",
  "mtype",
  "etype",
  "supertype",
  "synaptic_effect",
  "synonyms",
  "markers",
  "negative_markers",
  "protocol",
  "stain",
  "experiment_condition",
  "slicing_direction",
  "slicing_thickness",
  "objective_type",
  "magnification",
  "reconstruction_software",
  "original_format",
  "physical_integrity",
  "structural_domains",
  "morphologies",
  "soma_surface",
  "surface",
  "volume",
  "shrinkage_reported",
  "archive",
  "deposition_date",
  "regions",
  "channels",
  "receptors",
  "transmitters",
  "genes",
  "model_types",
  "model_concepts",
  "modeling_application",
  "implementers",
];
const FILTERS: Readonly<Record<string, readonly string[]>> = {
  morphology: [
    "species",
    "secondary_region",
    "cell_type",
    "cell_types",
    "archive",
    "strain",
    "stain",
    "gender",
    "protocol",
    "physical_integrity",
    "structural_domains",
  ],
  electrophysiology: ["secondary_region", "layers", "etype"],
  single: ["channels", "receptors", "cell_types", "model_concepts", "implementers"],
};
const UNITS: Readonly<Record<string, string>> = {
  slicing_thickness: "µm",
  soma_surface: "µm²",
  surface: "µm²",
  volume: "µm³",
};
const NAMES: Readonly<Record<string, string>> = {
  region: "Brain region",
  cell_types: "Cell classes",
  mtype: "M-type",
  etype: "E-type",
  morphologies: "Reconstructed",
};
const MOST = 12; // values before the rest is folded away

export function Facts({ record }: { record: HubRecord }) {
  const fields = SHOWN.filter(
    (field) => list(record[field]).length > 0 && !(field === "cell_type" && list(record.cell_types).length > 0),
  );
  const flags = record.quality_flags ?? [];
  const sides = [
    ["From", record.presynaptic],
    ["To", record.postsynaptic],
  ] as const;
  return (
    <section class="panel" aria-labelledby="h-about">
      <h2 id="h-about">About</h2>
      <dl class="facts">
        {sides.map(
          ([name, side]) =>
            side && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <a href={to("records", {}, side.id)}>{side.name}</a>{" "}
                  <span class="quiet">
                    {[list(side.soma_region)[0] ?? side.secondary_region?.[0], side.synaptic_effect]
                      .filter(Boolean)
                      .join(", ")}
                  </span>
                </dd>
              </div>
            ),
        )}
        {record["min_age"] !== undefined && (
          <div>
            <dt>Age</dt>
            <dd>{ageText(record)}</dd>
          </div>
        )}
        {fields.map((field) => (
          <div key={field}>
            <dt>{NAMES[field] ?? capital(facetName(field))}</dt>
            <dd>
              <Values record={record} field={field} />
            </dd>
          </div>
        ))}
        {flags.length > 0 && (
          <div>
            <dt>Quality</dt>
            <dd>
              {flags.map((flag) => (
                <span key={flag} class="chip flag">
                  {flag.replaceAll("_", " ")}
                  {detailOf(record, flag)}
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function ageText(record: HubRecord): string {
  const [least, most, scale] = [
    Number(record["min_age"]),
    Number(record["max_age"]),
    String(record["age_scale"] ?? ""),
  ];
  const span = most > least ? `${number(least)} to ${number(most)}` : number(least);
  return `${span} ${scale.toLowerCase()}${scale && most !== 1 ? "s" : ""}`;
}

function detailOf(record: HubRecord, flag: string): string {
  const found = record.quality?.[flag];
  return found?.count ? ` ×${number(found.count)}${found.line ? `, first in line ${found.line}` : ""}` : "";
}

function Values({ record, field }: { record: HubRecord; field: string }) {
  const values = list(record[field]);
  const filter = FILTERS[record.type]?.includes(field);
  const shown = values.slice(0, MOST).map((value, i) => (
    <span key={value}>
      {i > 0 && ", "}
      {filter ? (
        <a href={alike(record, field, value)}>{value}</a>
      ) : typeof record[field] === "number" ? (
        number(Number(value))
      ) : (
        value
      )}
    </span>
  ));
  return (
    <>
      {shown}
      {UNITS[field] && ` ${UNITS[field]}`}
      {values.length > MOST && ` and ${values.length - MOST} more`}
    </>
  );
}

function alike(record: HubRecord, field: string, value: string): string {
  const filter = field === "cell_types" && record.type === "morphology" ? "cell_type" : field;
  return to(
    "search",
    record.type === "single" ? { index: "model", [filter]: value } : { data_type: record.type, [filter]: value },
  );
}
