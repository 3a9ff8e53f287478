import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError, readConfig } from '../../../src/platform/config/config';

const SECRET = '9f2c51b7e04d8a6377c0d1e5ab94f236';
const IN_PRODUCTION = { NODE_ENV: 'production', LEVAIN_SECRET: SECRET, LEVAIN_PUBLIC_URL: 'https://shop.example' };
const sentencesOf = (env: NodeJS.ProcessEnv, required: Parameters<typeof readConfig>[1] = []): readonly string[] => {
  try {
    readConfig(env, required);
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences;
    throw error;
  }
  return [];
};

describe('readConfig', () => {
  test('given an empty environment, answers the defaults of npm start', () => {
    expect(readConfig({})).toMatchObject({
      nodeEnv: 'development',
      port: 3000,
      host: '127.0.0.1',
      trustProxy: 0,
      postgresPort: 5433,
      temporalPort: 7233,
      temporalUiPort: 8233,
      temporalNamespace: 'default',
      temporalSignals: true,
      smtpPort: 1025,
      catcherPort: 8025,
      home: '.levain',
      clockRate: 1,
      orderAheadDays: 731,
    });
  });

  test('reads numbers, switches and addresses into their types', () => {
    const config = readConfig({
      PORT: '0',
      LEVAIN_CLOCK_RATE: '7200',
      TRUST_PROXY: '1',
      TEMPORAL_SIGNALS: 'off',
      WORKER_MAX_CACHED: '500',
      LEVAIN_PUBLIC_URL: 'https://shop.example/',
      TEMPORAL_ADDRESS: 'temporal:7233',
    });
    expect(config).toMatchObject({
      port: 0,
      clockRate: 7200,
      trustProxy: 1,
      temporalSignals: false,
      workerMaxCached: 500,
      publicUrl: 'https://shop.example',
      temporalAddress: 'temporal:7233',
    });
  });

  test('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', SMTP_URL: '' })).toMatchObject({ port: 3000, smtpUrl: undefined });
  });

  test('names every bad variable, each in one sentence', () => {
    expect(sentencesOf({ PORT: '70000', TEMPORAL_SIGNALS: 'yes', LEVAIN_CLOCK_RATE: '-1' })).toEqual([
      'PORT is "70000": it must be a port number from 0 to 65535 (0 picks a free one).',
      'TEMPORAL_SIGNALS is "yes": it must be on or off.',
      'LEVAIN_CLOCK_RATE is "-1": it must be a number above 0, such as 1 or 7200.',
    ]);
  });

  test.each([
    ['DATABASE_URL', 'mysql://u:hunter2@h/db'],
    ['SMTP_URL', 'http://u:hunter2@h'],
    ['SMTP_URL', 'smtp:'],
    ['LEVAIN_SECRET', 'hunter2'],
  ])('never repeats the value of %s', (name, value) => {
    const sentences = sentencesOf({ [name]: value });
    expect(sentences).toEqual([expect.stringContaining(`${name} cannot be used`)]);
    expect(sentences.join()).not.toContain('hunter2');
  });

  test('names every variable that this process cannot do without', () => {
    const sentences = sentencesOf({}, ['databaseUrl', 'temporalAddress', 'port']);
    expect(sentences).toEqual([expect.stringMatching(/^DATABASE_URL is missing/), expect.stringMatching(/^TEMPORAL_ADDRESS is missing/)]);
  });

  test('takes an unknown LEVAIN_ variable for a spelling mistake and says which one was meant', () => {
    expect(sentencesOf({ LEVAIN_CLOKC_RATE: '2', LEVAIN_HOMES: 'x', UNRELATED: 'y' })).toEqual([
      'LEVAIN_CLOKC_RATE is not a variable of Levain: did you mean LEVAIN_CLOCK_RATE?',
      'LEVAIN_HOMES is not a variable of Levain: did you mean LEVAIN_HOME?',
    ]);
  });
});

describe('readConfig in production', () => {
  test('takes what a shop on the internet needs', () => {
    expect(readConfig(IN_PRODUCTION)).toMatchObject({ secret: SECRET, publicUrl: 'https://shop.example', clockRate: 1 });
  });

  test('refuses a shop clock that runs at another rate than 1', () => {
    expect(sentencesOf({ ...IN_PRODUCTION, LEVAIN_CLOCK_RATE: '60' })).toEqual([expect.stringContaining('the shop clock runs at rate 1')]);
    expect(readConfig({ ...IN_PRODUCTION, LEVAIN_CLOCK_RATE: '1.0' }).clockRate).toBe(1);
  });

  test('needs a secret of at least 32 characters, and a public address', () => {
    expect(sentencesOf({ NODE_ENV: 'production' })).toEqual([
      expect.stringMatching(/^LEVAIN_SECRET is missing/),
      expect.stringMatching(/^LEVAIN_PUBLIC_URL is missing/),
    ]);
    expect(sentencesOf({ ...IN_PRODUCTION, LEVAIN_SECRET: SECRET.slice(1) })).toEqual([
      'LEVAIN_SECRET cannot be used: it must be at least 32 characters.',
    ]);
  });

  const placeholder = /LEVAIN_SECRET=(.+)/.exec(readFileSync('.env.example', 'utf8'))?.[1] ?? '';
  test.each([
    ['the placeholder of .env.example', placeholder],
    ['a row of one letter', 'a'.repeat(32)],
    ['a word repeated', 'levain'.repeat(6)],
    ['digits in a row', '12345678'.repeat(4)],
    ['a reminder to change it', 'changeme-0123456789abcdefghijklmnop'],
  ])('refuses a secret that can be guessed: %s', (_what, secret) => {
    expect(secret.length).toBeGreaterThanOrEqual(32);
    const sentences = sentencesOf({ ...IN_PRODUCTION, LEVAIN_SECRET: secret });
    expect(sentences).toEqual([expect.stringMatching(/^LEVAIN_SECRET cannot be used.*can be guessed/)]);
    expect(sentences.join()).not.toContain(secret);
    expect(readConfig({ LEVAIN_SECRET: secret }).secret).toBe(secret);
  });

  test('takes any key that openssl makes', () => {
    // as evenly spread as openssl's, and the same in each run
    for (let n = 0; n < 500; n += 1) {
      const secret = createHash(n % 2 === 0 ? 'sha256' : 'md5')
        .update(String(n))
        .digest('hex');
      expect(sentencesOf({ ...IN_PRODUCTION, LEVAIN_SECRET: secret })).toEqual([]);
    }
  });

  test.each(['http://shop.example', 'http://127.0.0.1:3000'])('refuses the public address %s', (publicUrl) => {
    const sentences = sentencesOf({ ...IN_PRODUCTION, LEVAIN_PUBLIC_URL: publicUrl });
    expect(sentences).toEqual([expect.stringMatching(/^LEVAIN_PUBLIC_URL cannot be used.*https/)]);
  });

  test('refuses to load the demo shop', () => {
    expect(sentencesOf({ ...IN_PRODUCTION, LEVAIN_DEMO: 'on' })).toEqual([expect.stringMatching(/^LEVAIN_DEMO cannot be used/)]);
  });
});
