import { relative } from 'node:path';
import { DEMO_PASSWORD } from '../demo/demo-shop';
import { ROLES } from '../base/roles';
import { withoutPassword } from './outside';
import type { Home } from './home';
import type { StartedShop } from './shop';
import type { Addresses } from './shop-plan';

/** What a person needs to know of a shop that runs: addresses, who can sign in, how to stop. */
export function welcome(home: Home, addresses: Addresses, { demo, away }: StartedShop): string {
  const { apiUrl, uiUrl, catcherUrl, databaseUrl, temporalAddress, smtpUrl, metricsUrls } = addresses;
  const rows: [string, string][] = [
    ['Console', apiUrl],
    ['API', `${apiUrl}/api/v1`],
    ['API reference', `${apiUrl}/docs`],
    ['Temporal UI', uiUrl ?? `(of the server at ${temporalAddress})`],
    ['Mail inbox', catcherUrl ?? `(letters go out through ${withoutPassword(smtpUrl)})`],
    ['Metrics', `${metricsUrls.api} (worker: ${metricsUrls.worker})`],
    ['Postgres', withoutPassword(databaseUrl)],
    ['Data and logs', home.dir.startsWith(process.cwd()) ? relative(process.cwd(), home.dir) : home.dir],
  ];
  const table = rows.map(([name, value]) => `  ${name.padEnd(14)} ${value}`);
  const logins = demo ? ['', `  Demo logins (password ${DEMO_PASSWORD}):`, ...columns(ROLES, 3).map((line) => `    ${line}`)] : [];
  return [
    '',
    'Levain is ready.',
    ...table,
    ...logins,
    ...away.flatMap((sentence) => ['', `  ${sentence}`]),
    '',
    '  npm run demo drives one order through its whole life. Ctrl-C stops everything; the data is kept.',
  ].join('\n');
}

function columns(words: readonly string[], perLine: number): string[] {
  const lines: string[] = [];
  for (let i = 0; i < words.length; i += perLine)
    lines.push(
      words
        .slice(i, i + perLine)
        .map((word) => word.padEnd(24))
        .join('')
        .trimEnd(),
    );
  return lines;
}
