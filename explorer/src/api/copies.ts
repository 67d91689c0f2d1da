// A call to the API as people run it elsewhere. The address is the API's: nothing of the explorer is in it.

export type Language = "curl" | "Python" | "R";
export const LANGUAGES: readonly Language[] = ["curl", "Python", "R"];

/** The call `url` in a language; the parameters of Python and R stand one a line, to be changed. */
export function copyOf(url: string, language: Language): string {
  if (language === "curl") return `curl -s ${shellText(url)}`;
  const [address, parameters] = split(url);
  return language === "Python" ? python(address, parameters) : r(address, parameters);
}

function split(url: string): [string, readonly (readonly [string, string])[]] {
  const parsed = new URL(url);
  return [parsed.origin + parsed.pathname, [...parsed.searchParams]];
}

const shellText = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const quoted = (text: string): string => JSON.stringify(text);

function python(address: string, parameters: readonly (readonly [string, string])[]): string {
  const lines = parameters.map(([name, value]) => `    (${quoted(name)}, ${quoted(value)}),\n`).join("");
  const given = lines ? `parameters = [\n${lines}]\n` : "";
  const call = `requests.get(${quoted(address)}${lines ? ", params=parameters" : ""}, timeout=30)`;
  return `import requests\n\n${given}answer = ${call}\nanswer.raise_for_status()\nfound = answer.json()\n`;
}

function r(address: string, parameters: readonly (readonly [string, string])[]): string {
  const lines = parameters.map(([name, value]) => `  ${rName(name)} = ${quoted(value)}`).join(",\n");
  const query = lines ? ` |>\n  req_url_query(!!!list(\n${lines.replaceAll(/^/gm, "  ")}\n  ))` : "";
  return `library(httr2)\n\nfound <- request(${quoted(address)})${query} |>\n  req_perform() |>\n  resp_body_json()\n`;
}

const rName = (name: string): string => (/^[A-Za-z][A-Za-z0-9_.]*$/.test(name) ? name : `\`${name}\``);

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByHand(text);
  }
}

/** Without the clipboard's permission (or without https): select the text and let the browser copy it. */
function copyByHand(text: string): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "unseen";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}
