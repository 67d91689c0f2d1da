// The files of a model's archive: listed, and shown when they are text.
import { changed, go, place } from "../address";
import { useResource } from "../api/resource";
import type { HubRecord } from "../api/shapes";
import { bytes, counted } from "../words";
import { Waiting } from "./waiting";

interface Member {
  readonly name: string;
  readonly path?: string;
  readonly size?: number;
  readonly kind?: string;
}

export function ModelFiles({ record }: { record: HubRecord }) {
  const id = encodeURIComponent(record.id);
  const has = Boolean(record.download_link);
  const found = useResource<{ items?: readonly Member[]; files?: readonly Member[] }>(
    has ? `/records/${id}/files` : undefined,
  );
  const files = found.data?.items ?? found.data?.files ?? [];
  const open = place.value.params.get("file");
  return (
    <section class="panel" aria-labelledby="h-files">
      <h2 id="h-files">Files{files.length > 0 && <span class="quiet"> {counted(files.length, "file")}</span>}</h2>
      {!has && <p class="quiet pad">The source offers no archive of this model.</p>}
      <Waiting resource={found} what="list of files">
        <ul class="files">
          {files.map((file) => {
            const path = file.path ?? file.name;
            return (
              <li key={path}>
                {file.kind === "text" ? (
                  <a
                    href={changed(place.value, { file: path })}
                    aria-current={open === path ? "true" : undefined}
                    onClick={(event) => {
                      event.preventDefault();
                      go(changed(place.value, { file: open === path ? undefined : path }));
                    }}
                  >
                    {file.name}
                  </a>
                ) : (
                  <span>{file.name}</span>
                )}
                <span class="quiet">
                  {file.kind}
                  {file.size !== undefined && ` · ${bytes(file.size)}`}
                </span>
                {open === path && (
                  <FileText
                    address={`/records/${id}/files/${path.split("/").map(encodeURIComponent).join("/")}`}
                    name={file.name}
                  />
                )}
              </li>
            );
          })}
        </ul>
      </Waiting>
    </section>
  );
}

function FileText({ address, name }: { address: string; name: string }) {
  const found = useResource<string>(address, { as: "text", accept: "text/plain, */*" });
  return (
    <Waiting resource={found} what="file">
      <pre class="source" tabIndex={0} role="region" aria-label={name}>
        {found.data}
      </pre>
    </Waiting>
  );
}
