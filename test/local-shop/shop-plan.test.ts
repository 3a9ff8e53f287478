import { readConfig } from '../../src/platform/config/config';
import { publicUrlOf } from '../../src/platform/config/public-url';
import { homeOf } from '../../src/local-shop/home';
import { addressesOf, catcherEnvironment, childEnvironment } from '../../src/local-shop/shop-plan';

const PORTS = { api: 1, postgres: 2, temporal: 3, temporalUi: 4, smtp: 5, catcher: 6, metrics: 7, workerMetrics: 8 };
const planned = (env: NodeJS.ProcessEnv) => {
  const given = { LEVAIN_SECRET: 's'.repeat(32), LEVAIN_HOME: '/no/such/home', ...env };
  const config = readConfig(given);
  const addresses = addressesOf(config, PORTS, 'postgresql://embedded');
  const child = childEnvironment(given, config, homeOf(given), addresses, PORTS);
  return { addresses, child, catcher: catcherEnvironment(child) };
};

describe('a shop that HOST opens to others', () => {
  test.each(['0.0.0.0', '::', '192.168.1.20'])(
    'with HOST=%s keeps its mail catcher to this machine, where its parts look for it',
    (HOST) => {
      const { addresses, child, catcher } = planned({ HOST });
      expect([child['HOST'], catcher['HOST']]).toEqual([HOST, '127.0.0.1']);
      expect(addresses).toMatchObject({ smtpUrl: 'smtp://127.0.0.1:5', catcherUrl: 'http://127.0.0.1:6' });
      expect(catcher).toMatchObject({ SMTP_PORT: '5', CATCHER_PORT: '6' });
    },
  );

  test.each([
    ['0.0.0.0', 'http://127.0.0.1:1', 'http://127.0.0.1:7/metrics'],
    ['::', 'http://127.0.0.1:1', 'http://127.0.0.1:7/metrics'],
    ['::1', 'http://[::1]:1', 'http://[::1]:7/metrics'],
    ['192.168.1.20', 'http://192.168.1.20:1', 'http://192.168.1.20:7/metrics'],
  ])('with HOST=%s is reached at %s', (HOST, apiUrl, api) => {
    expect(planned({ HOST }).addresses).toMatchObject({ apiUrl, metricsUrls: { api } });
  });
});

describe('what mailed links begin with', () => {
  test.each([
    [{}, 'http://127.0.0.1:3000'],
    [{ HOST: '0.0.0.0' }, 'http://127.0.0.1:3000'],
    [{ HOST: '::', PORT: '3001' }, 'http://127.0.0.1:3001'],
    [{ HOST: 'bakery.lan' }, 'http://bakery.lan:3000'],
    [{ HOST: '0.0.0.0', LEVAIN_PUBLIC_URL: 'https://orders.example/' }, 'https://orders.example'],
  ])('of %j is %s', (env, url) => {
    expect(publicUrlOf(readConfig(env))).toBe(url);
  });

  test('is the port that was got, when any was asked for', () => {
    expect(publicUrlOf(readConfig({ PORT: '0' }), 4711)).toBe('http://127.0.0.1:4711');
  });
});
