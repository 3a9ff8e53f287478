// node tools/templates.mjs : src/notify/templates/*.mjml → src/generated/mail-templates.ts (Handlebars HTML; MJML itself never runs in the service)
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import mjml from 'mjml';
import { withLook } from './look.mjs';

const FROM = 'src/notify/templates';
const TO = 'src/generated/mail-templates.ts';

const compiled = {};
for (const file of readdirSync(FROM)
  .filter((name) => name.endsWith('.mjml'))
  .sort()) {
  const { html, errors } = await mjml(withLook(readFileSync(join(FROM, file), 'utf8')), { validationLevel: 'soft', keepComments: false });
  if (errors.length > 0) throw new Error(errors.map((error) => error.formattedMessage).join('\n'));
  compiled[basename(file, '.mjml')] = html.replace(/^\s+/gm, '');
}
const entries = Object.entries(compiled).map(([name, html]) => `  ${JSON.stringify(name)}: ${JSON.stringify(html)},`);
mkdirSync('src/generated', { recursive: true });
writeFileSync(
  TO,
  `// made by tools/templates.mjs from ${FROM}/*.mjml\nexport const MAIL_TEMPLATES = {\n${entries.join('\n')}\n} as const;\n`,
);
console.log(`${TO}: ${Object.keys(compiled).join(', ')}`);
