import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readConfig } from '../../src/platform/config/config';
import { VARIABLE_NAMES } from '../../src/platform/config/variables';
import { asAdmin } from '../support/test-server';

interface Service {
  readonly image: string;
  readonly build?: string | { readonly context: string; readonly target: string };
  readonly command?: readonly string[];
  readonly restart?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly stop_grace_period?: string;
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly volumes?: readonly string[];
}

const dockerfile = readFileSync('Dockerfile', 'utf8');
const text = readFileSync('docker-compose.yml', 'utf8');
const { services, volumes } = parse(text, { merge: true }) as { services: Record<string, Service>; volumes: Record<string, null> };
const named = Object.entries(services).map(([name, service]) => ({ name, service }));
const ours = named.filter(({ service }) => service.build !== undefined);
const theirs = named.filter(({ service }) => service.build === undefined);

/** Variables of compose alone, not of the program. */
const COMPOSE_ONLY = ['POSTGRES_PASSWORD', 'POSTGRES_ADMIN_PASSWORD', 'TEMPORAL_POSTGRES_PASSWORD'];

/** `${NAME}`, `${NAME:-default}` and `${NAME:?message}`, as compose fills them in. */
const filled = (value: string, env: Readonly<Record<string, string>>): string =>
  value.replace(
    /\$\{([A-Z_]+)(?::([-?])([^}]*))?\}/g,
    (_all, name: string, mark?: string, rest = '') => env[name] ?? (mark === '-' ? rest : ''),
  );

const environmentOf = (service: Service, env: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(service.environment ?? {}).map(([name, value]) => [name, filled(value, env)]));

describe('docker-compose.yml', () => {
  test('runs the parts of a shop', () => {
    expect(Object.keys(services)).toEqual(
      expect.arrayContaining(['temporal', 'temporal-ui', 'postgres', 'catcher', 'migrate', 'api', 'worker']),
    );
  });

  test.each(named)('pins the image of $name to an exact version', ({ service }) => {
    expect(service.image).toMatch(/^[a-z0-9./-]+:\d+\.\d+(\.\d+)?[a-z0-9.-]*(@sha256:[0-9a-f]{64})?$/);
  });

  test.each(ours)('sets for $name only variables that the program knows', ({ service }) => {
    expect(Object.keys(service.environment ?? {}).filter((name) => !VARIABLE_NAMES.includes(name))).toEqual([]);
  });

  test.each(ours)('gives $name, with nothing but a secret set, an environment that is accepted', ({ service }) => {
    const env = environmentOf(service, { LEVAIN_SECRET: 's'.repeat(32) });
    expect(() => readConfig(env)).not.toThrow();
  });

  test.each([
    ['api', ['databaseUrl', 'temporalAddress', 'secret', 'temporalUiUrl', 'publicUrl']],
    ['worker', ['databaseUrl', 'temporalAddress', 'smtpUrl', 'secret', 'smsGatewayUrl', 'publicUrl']],
    ['migrate', ['databaseUrl']],
    ['search-attributes', ['temporalAddress']],
  ] as const)('gives %s what it cannot do without', (name, fields) => {
    const own = { LEVAIN_SECRET: randomBytes(32).toString('hex'), NODE_ENV: 'production', LEVAIN_PUBLIC_URL: 'https://shop.example' };
    const env = environmentOf(services[name]!, own);
    expect(() => readConfig(env, fields)).not.toThrow();
  });

  test('runs Temporal’s own server, whose tables and namespace are made by jobs that may run again', () => {
    expect(named.filter(({ service }) => service.image.includes('auto-setup'))).toEqual([]);
    expect(services['temporal']?.image).toMatch(/^temporalio\/server:/);
    const jobs = ['accounts', 'temporal-schema', 'temporal-namespace', 'search-attributes', 'migrate'];
    expect(jobs.map((job) => [job, services[job]?.restart])).toEqual(jobs.map((job) => [job, 'on-failure']));
    for (const { service } of named)
      for (const [awaited, { condition }] of Object.entries(service.depends_on ?? {}))
        expect([awaited, condition === 'service_completed_successfully']).toEqual([awaited, jobs.includes(awaited)]);
  });

  test('gives the server of Temporal and its tools one version', () => {
    const versions = named.flatMap(({ service: { image } }) => /^temporalio\/(?:server|admin-tools):(.+)$/.exec(image)?.[1] ?? []);
    expect([versions.length, new Set(versions).size]).toEqual([3, 1]);
  });

  test('lets neither the shop nor Temporal into Postgres as a superuser', async () => {
    const script = services['accounts']!.command!.at(-1)!;
    const sql = /<<'SQL'\n([^]*)\nSQL/.exec(script)![1]!;
    // as psql would: each line that ends in \gexec makes statements, the others are statements
    await asAdmin(async (admin) => {
      for (const round of [1, 2])
        for (const line of sql.split('\n')) {
          const given = line.replace(/:'(?:shop|engine)'/, `'secret ${round}'`).replace(/levain|temporal/g, (name) => `compose_${name}`);
          if (!line.endsWith('\\gexec')) await admin.query(given);
          else
            for (const row of (await admin.query<Record<string, string>>(given.replace('\\gexec', ''))).rows)
              await admin.query(Object.values(row)[0]!);
        }
      const { rows } = await admin.query(
        "SELECT rolname, rolsuper, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname LIKE 'compose%' ORDER BY 1",
      );
      expect(rows).toEqual([
        { rolname: 'compose_levain', rolsuper: false, rolcreatedb: false, rolcreaterole: false },
        { rolname: 'compose_temporal', rolsuper: false, rolcreatedb: true, rolcreaterole: false },
      ]);
    });
  });

  test('asks the person who runs it only for variables that exist', () => {
    const asked = [...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name!);
    expect(asked.filter((name) => !VARIABLE_NAMES.includes(name) && !COMPOSE_ONLY.includes(name))).toEqual([]);
  });

  test('loads the demo shop only when asked to', () => {
    const env = environmentOf(services['migrate']!, { LEVAIN_SECRET: 's'.repeat(32) });
    expect(readConfig(env)).toMatchObject({ nodeEnv: 'development', demo: false });
  });

  test('does not start without a secret of one’s own', () => {
    expect(services['api']?.environment?.['LEVAIN_SECRET']).toMatch(/^\$\{LEVAIN_SECRET:\?/);
  });

  test.each(ours)('starts $name with a file that the build makes', ({ service }) => {
    const [program, file = ''] = service.command ?? [];
    expect(program).toBe('node');
    expect(file).toMatch(/^dist\/src\/main\/[a-z-]+\.js$/);
    expect(existsSync(file.replace(/^dist\//, '').replace(/\.js$/, '.ts'))).toBe(true);
  });

  test.each(named.filter(({ name, service }) => name !== 'temporal-ui' && service.restart !== 'on-failure'))(
    'watches the health of $name',
    ({ service }) => {
      expect(service.healthcheck?.test?.length).toBeGreaterThan(1);
    },
  );

  test.each([...ours, ...theirs.filter(({ name }) => ['postgres', 'temporal'].includes(name))])(
    'lets $name finish: at least 30 s to stop',
    ({ service }) => {
      expect(Number(/^(\d+)s$/.exec(service.stop_grace_period ?? '')?.[1])).toBeGreaterThanOrEqual(30);
    },
  );

  test.each(named)('publishes ports of $name on this machine only', ({ service }) => {
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test('refers only to services and volumes that it declares', () => {
    const awaited = named.flatMap(({ service }) => Object.keys(service.depends_on ?? {}));
    expect(awaited.filter((name) => !(name in services))).toEqual([]);
    const mounted = named.flatMap(({ service }) => (service.volumes ?? []).map((volume) => volume.split(':')[0]!));
    expect(new Set(mounted)).toEqual(new Set(Object.keys(volumes)));
  });

  test.each(['api', 'worker'])('lets %s wait for the tables and the search attributes', (name) => {
    expect(services[name]?.depends_on).toMatchObject({
      migrate: { condition: 'service_completed_successfully' },
      'search-attributes': { condition: 'service_completed_successfully' },
    });
  });
});

describe('Dockerfile', () => {
  const from = [...dockerfile.matchAll(/^FROM (\S+)(?: AS (\S+))?/gm)].map(([, image = '', name]) => ({ image, name }));
  const stages = from.map(({ image }) => image).filter((image) => from.every(({ name }) => name !== image));
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

  test('builds in several stages on one pinned, Debian-based Node that fits engines', () => {
    expect(stages.length).toBeGreaterThan(1);
    expect(new Set(stages).size).toBe(1);
    expect(stages[0]).toMatch(/^node:20\.(19|2\d)\.\d+-(bookworm|trixie)-slim(@sha256:[0-9a-f]{64})?$/);
  });

  test('runs as somebody who is not root, and watches its health', () => {
    expect(last).toMatch(/^USER node$/m);
    expect(last.indexOf('\nUSER node')).toBeLessThan(last.indexOf('\nCMD '));
    expect(last).toMatch(/^HEALTHCHECK /m);
  });

  test('installs for the shop no development package, and the mail catcher, which stands on some, is of the stage that has them', () => {
    expect(dockerfile).toMatch(/ AS packages\n[^]*?^RUN npm ci --omit=dev && \\\n.*devOptional.* \| xargs rm -rf$/m);
    expect(last).toMatch(/^COPY --from=packages \/app\/node_modules node_modules$/m);
    expect(dockerfile).toMatch(/^RUN npm ci$[^]*^FROM build AS catcher$/m);
    const targets = ours.map(({ name, service: { build } }) => [name, typeof build === 'object' ? build.target : 'the last stage']);
    expect(targets.filter(([, target]) => target !== 'the last stage')).toEqual([['catcher', 'catcher']]);
  });

  test('carries the build with its workflow bundle, the migrations and their migrator', () => {
    expect(dockerfile).toMatch(/^RUN node tools\/setup\.mjs --build$/m);
    expect(last).toMatch(/^COPY --from=build \/app\/dist dist$/m);
    expect(last).toMatch(/^COPY prisma\/migrations prisma\/migrations$/m);
    expect(last).toMatch(/^COPY tools\/deploy-sql\.mjs tools\/deploy-sql\.mjs$/m);
  });

  test('copies only what is there and what .dockerignore lets in', () => {
    const allowed = readFileSync('.dockerignore', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const sources = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, list]) => list!.split(' '));
    expect(sources.filter((source) => !existsSync(source))).toEqual([]);
    expect(sources.filter((source) => !allowed.some((path) => source === path || source.startsWith(`${path}/`)))).toEqual([]);
  });

  test.each([...dockerfile.matchAll(/^ENV (.+)$/gm)].flatMap(([, line]) => line!.split(' ')))(
    'sets %s, which the program or Node knows',
    (pair) => {
      expect([...VARIABLE_NAMES, 'TZ']).toContain(pair.split('=')[0]);
    },
  );
});
