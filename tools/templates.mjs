// node tools/templates.mjs : the Handlebars templates of letters and pages → src/generated/ (MJML itself never runs in the service)
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import mjml from 'mjml';
import { withLook } from './look.mjs';

const LETTERS = 'src/process/outbox/templates';
const PAGES = 'src/orders/links/templates';

const unindented = (text) => text.replace(/^\s+/gm, '');
const named = (folder, ending) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => [basename(name, ending), readFileSync(join(folder, name), 'utf8')]);

async function letter(source) {
  const { html, errors } = await mjml(withLook(source), { validationLevel: 'soft', keepComments: false });
  if (errors.length > 0) throw new Error(errors.map((error) => error.formattedMessage).join('\n'));
  return unindented(html);
}

const tableOf = (name, entries) =>
  `export const ${name} = {\n${entries.map(([key, text]) => `  ${JSON.stringify(key)}: ${JSON.stringify(text)},`).join('\n')}\n} as const;\n`;

function write(file, from, text) {
  mkdirSync('src/generated', { recursive: true });
  writeFileSync(file, `// made by tools/templates.mjs from ${from}\n${text}`);
  console.log(file);
}

const letters = await Promise.all(named(LETTERS, '.mjml').map(async ([name, source]) => [name, await letter(source)]));
write('src/generated/mail-templates.ts', `${LETTERS}/*.mjml`, tableOf('MAIL_TEMPLATES', letters));

const css = unindented(readFileSync('src/platform/look/look.css', 'utf8') + readFileSync(join(PAGES, 'link.css'), 'utf8'));
const pages = tableOf('PAGE_TEMPLATES', named(PAGES, '.hbs'));
write('src/generated/page-templates.ts', `${PAGES}/*`, `${pages}export const PAGE_CSS = ${JSON.stringify(css)};\n`);
