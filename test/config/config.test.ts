import { ConfigError, readConfig } from '../../src/config/config';

const SECRET = 'x'.repeat(32);
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
  test('refuses a shop clock that runs at another rate than 1', () => {
    const sentences = sentencesOf({ NODE_ENV: 'production', LEVAIN_SECRET: SECRET, LEVAIN_CLOCK_RATE: '60' });
    expect(sentences).toEqual([expect.stringContaining('the shop clock runs at rate 1')]);
    expect(readConfig({ NODE_ENV: 'production', LEVAIN_SECRET: SECRET, LEVAIN_CLOCK_RATE: '1.0' }).clockRate).toBe(1);
  });

  test('needs a secret of at least 32 characters', () => {
    expect(sentencesOf({ NODE_ENV: 'production' })).toEqual([expect.stringMatching(/^LEVAIN_SECRET is missing/)]);
    expect(sentencesOf({ NODE_ENV: 'production', LEVAIN_SECRET: 'x'.repeat(31) })).toEqual([
      'LEVAIN_SECRET cannot be used: it must be at least 32 characters.',
    ]);
    expect(readConfig({ NODE_ENV: 'production', LEVAIN_SECRET: SECRET }).secret).toBe(SECRET);
  });
});
