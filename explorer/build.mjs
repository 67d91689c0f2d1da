// Builds the explorer into ../chalicelib/explorer: one page, one style, one script, and a chunk for each heavy view.
import { build } from "esbuild";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2] ?? join(here, "../chalicelib/explorer");
const FIRST_VIEW = 150_000; // bytes, compressed: what a visitor waits for

const result = await build({
  absWorkingDir: here,
  entryPoints: { app: "src/main.tsx", style: "src/style/main.css", theme: "src/theme-first.ts" },
  outdir: "out",
  write: false,
  bundle: true,
  splitting: true,
  format: "esm",
  minify: true,
  target: ["es2022"],
  jsx: "automatic",
  jsxImportSource: "preact",
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  legalComments: "none",
  logLevel: "warning",
});

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const files = result.outputFiles.map((file) => [basename(file.path), file.contents]);
for (const [name, contents] of files) writeFileSync(join(target, name), contents);

const named = (start, end) => files.find(([name]) => name.startsWith(`${start}-`) && name.endsWith(end))[0];
const page = readFileSync(join(here, "index.html"), "utf8")
  .replaceAll("{app}", named("app", ".js"))
  .replaceAll("{theme}", named("theme", ".js"))
  .replaceAll("{style}", named("style", ".css"));
writeFileSync(join(target, "index.html"), page);

const compressed = (name) => gzipSync(readFileSync(join(target, name))).length;
for (const name of readdirSync(target))
  console.log(`${String(compressed(name)).padStart(7)} bytes compressed  ${name}`);
const first = ["index.html", named("app", ".js"), named("theme", ".js"), named("style", ".css")];
const size = first.reduce((sum, name) => sum + compressed(name), 0);
if (size > FIRST_VIEW) throw new Error(`The first view has ${size} bytes compressed; ${FIRST_VIEW} are allowed.`);
