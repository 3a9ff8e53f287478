import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConfig, type Config } from '../platform/config/config';
import {
  checkConfig,
  checkDisk,
  checkHome,
  checkNode,
  checkPorts,
  checkPostgres,
  finding,
  findingOf,
  freeBytesFor,
  type Finding,
} from '../local-shop/checks';
import { homeOf, type Home } from '../local-shop/home';
import { greetDatabase, greetSmtp, greetTemporal } from '../local-shop/outside';
import { compiled, PROJECT_ROOT } from '../local-shop/project';
import { readRunFile } from '../local-shop/run-file';
import { neededPorts } from '../local-shop/shop-plan';
import { StartProblem } from '../local-shop/start-problem';
import { doorOf } from './temporal-door';

/** Looks at everything a start needs and starts nothing. One finding for each thing. */
export async function examine(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const home = homeOf(env);
  const variables = checkConfig(env);
  return [
    checkNode(process.versions.node),
    finding(isBuilt, 'Levain is built'),
    ...variables,
    checkHome(home),
    checkDisk(home.dir, freeBytesFor(home.dir)),
    ...(variables.every(({ ok }) => ok) ? await examineParts(readConfig(env), env, home) : []),
  ];
}

/** The parts, each our own or the one that the configuration names. */
async function examineParts(config: Config, env: NodeJS.ProcessEnv, home: Home): Promise<Finding[]> {
  const { databaseUrl, temporalAddress, temporalNamespace, smtpUrl } = config;
  const run = readRunFile(home.run);
  return [
    databaseUrl
      ? await findingOf(greetDatabase(databaseUrl), 'DATABASE_URL answers; it is used instead of the embedded Postgres')
      : checkPostgres(),
    temporalAddress
      ? await findingOf(
          (async () => greetTemporal(doorOf({ ...config, temporalAddress }), temporalNamespace))(),
          'TEMPORAL_ADDRESS answers; it is used instead of the embedded server',
        )
      : await findingOf(findTemporal(env), 'Temporal program found'),
    ...(smtpUrl ? [await findingOf(greetSmtp(smtpUrl), 'SMTP_URL answers; it is used instead of the mail catcher')] : []),
    ...(run
      ? [{ ok: true, says: `A shop runs here: ${run.apiUrl} (process ${run.pid}); the ports are its own` }]
      : await checkPorts(config, neededPorts(config))),
  ];
}

function isBuilt(): void {
  for (const entry of ['api.js', 'worker.js', 'catcher.js', 'embedded.js']) {
    if (!existsSync(compiled(entry))) throw new StartProblem('Levain is not built (or not wholly): npm start and npm test build it.');
  }
}

async function findTemporal(env: NodeJS.ProcessEnv): Promise<void> {
  const servers = (await import(pathToFileURL(resolve(PROJECT_ROOT, 'tools/temporal-servers.mjs')).href)) as {
    resolveTemporal: (options: { env: NodeJS.ProcessEnv }) => Promise<unknown>;
  };
  await servers.resolveTemporal({ env });
}

/** `npm run doctor`: prints the findings, one line each; answers the exit code. */
export async function doctor(env: NodeJS.ProcessEnv): Promise<number> {
  const findings = await examine(env);
  for (const { ok, says } of findings) console.log(`${ok ? '✓' : '✗'} ${says}`);
  const missing = findings.filter(({ ok }) => !ok).length;
  console.log(
    missing === 0
      ? '\nEverything needed is here: npm start.'
      : `\n${missing} of ${findings.length} need attention: the lines marked ✗ say what to do.`,
  );
  return missing === 0 ? 0 : 1;
}
