import type { PageLanguage } from './link-words';

/** The HTML of the pages that links open: no script of their own, no outside host. */

export const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

interface Page {
  readonly language: PageLanguage;
  readonly title: string;
  readonly body: string;
}
export const layout = ({ language, title, body }: Page): string =>
  `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">` +
  `<title>${escape(title)}</title><link rel="stylesheet" href="/assets/link.css"><main><h1>${escape(title)}</h1>${body}<p id="result" role="status" tabindex="-1"></p></main><script src="/assets/link.js"></script></html>`;

/** What is known, as labels and values; an unknown value is left out. A value of several lines is a list of them. */
export const facts = (rows: readonly (readonly [label: string, value: string | readonly string[] | null])[]): string => {
  const shown = rows.flatMap(([label, value]) =>
    value === null || value.length === 0 ? [] : [`<dt>${escape(label)}</dt>`, ...[value].flat().map((line) => `<dd>${escape(line)}</dd>`)],
  );
  return shown.length > 0 ? `<dl>${shown.join('')}</dl>` : '';
};

/** One thing that is asked. It goes when one of its forms has been answered. */
export const question = (heading: string, ...parts: string[]): string => `<section><h2>${escape(heading)}</h2>${parts.join('')}</section>`;

/** A form that the script sends as JSON to the API; without the script nothing is sent. */
export const form = (token: string, act: string, fields: string, button: string): string =>
  `<form data-post="/api/v1/links/${escape(token)}/${act}">${fields}<button>${escape(button)}</button></form>`;

export const hidden = (name: string, value: string, type = ''): string =>
  `<input type="hidden" name="${name}" value="${escape(value)}"${type && ` data-type="${type}"`}>`;
export const radio = (name: string, value: string, label: string, type = ''): string =>
  `<label><input type="radio" name="${name}" value="${value}" required${type && ` data-type="${type}"`}> ${escape(label)}</label>`;
export const field = (label: string, name: string, more: string): string =>
  `<label>${escape(label)} <input name="${name}" ${more}></label>`;
export const comment = (label: string, name: string): string => `<label>${escape(label)} <textarea name="${name}"></textarea></label>`;

export const CSS =
  'body{font:1.1rem/1.6 sans-serif;margin:0;background:#faf7f2;color:#222}main{max-width:34rem;margin:auto;padding:1rem}section{border-top:1px solid #ccc;padding:1rem 0}label{display:block;margin:.5rem 0}dt{color:#6b5f54}dd{margin:0}dd+dt{margin-top:.5rem}input{font:inherit}textarea,input:not([type]),input[type=tel],input[type=text],input[type=datetime-local]{box-sizing:border-box;width:100%;font:inherit}button{font:inherit;padding:.5rem 1.5rem}#result:not(:empty){border-left:4px solid #8a4b1f;padding-left:.75rem}:focus-visible{outline:3px solid #8a4b1f;outline-offset:2px}';
