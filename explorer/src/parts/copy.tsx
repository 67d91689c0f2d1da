import { useState } from "preact/hooks";
import { copyOf, copyText, LANGUAGES, type Language } from "../api/copies";
import { announce } from "../state/status";

/** Buttons that copy a call to the API; `url` is absolute and holds nothing of the explorer's own. */
export function CopyAs({ url }: { url: string }) {
  const [copied, setCopied] = useState<Language>();
  const copy = async (language: Language) => {
    const done = await copyText(copyOf(url, language));
    announce(done ? `Copied as ${language}.` : "This browser does not let the page copy.");
    setCopied(done ? language : undefined);
    setTimeout(() => setCopied(undefined), 2000);
  };
  return (
    <div class="joined" role="group" aria-label="Copy as">
      <span class="joined-label" aria-hidden="true">
        Copy as
      </span>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          aria-label={`Copy as ${language}`}
          title={copyOf(url, language)}
          onClick={() => void copy(language)}
        >
          {copied === language ? "✓ " : ""}
          {language}
        </button>
      ))}
    </div>
  );
}
