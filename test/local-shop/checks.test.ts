import { createServer, type AddressInfo } from 'node:net';
import { readConfig } from '../../src/platform/config/config';
import { checkConfig, checkDisk, checkNode, checkPorts } from '../../src/local-shop/checks';
import { greetDatabase, greetSmtp, greetTemporal, withoutPassword } from '../../src/local-shop/outside';
import { tryPort } from '../../src/local-shop/ports';
import { databaseUrl } from '../support/test-server';

const closedPort = async (): Promise<number> => (await tryPort(0))!;

describe('the doctor on this machine', () => {
  test.each(['20.19.0', '20.20.2', '22.12.0', '24.1.0'])('Node %s will do', (version) => {
    expect(checkNode(version).ok).toBe(true);
  });

  test.each(['18.20.0', '20.18.9', '21.7.0', '22.11.0'])('Node %s will not, and the sentence says which will', (version) => {
    expect(checkNode(version)).toEqual({
      ok: false,
      says: expect.stringMatching(new RegExp(`^Node ${version} .*20\\.19.*22\\.12`)) as string,
    });
  });

  test('a misspelt variable is named, with the one that was meant', () => {
    expect(checkConfig({ LEVAIN_CLOK_RATE: '60' })).toEqual([
      { ok: false, says: 'LEVAIN_CLOK_RATE is not a variable of Levain: did you mean LEVAIN_CLOCK_RATE?' },
    ]);
  });

  test('each wrong variable is a finding of its own', () => {
    const findings = checkConfig({ PORT: '70000', LEVAIN_CLOCK_RATE: 'fast' });
    expect(findings.map(({ ok, says }) => [ok, says.split(' ')[0]])).toEqual([
      [false, 'PORT'],
      [false, 'LEVAIN_CLOCK_RATE'],
    ]);
  });

  test('variables in order are one good finding', () => {
    expect(checkConfig({ PATH: '/bin', LEVAIN_CLOCK_RATE: '60' })).toEqual([
      { ok: true, says: expect.stringContaining('60 shop seconds') as string },
    ]);
  });

  test('a full disk is told in words, with the folder', () => {
    expect(checkDisk('/shop', 2 ** 29)).toEqual({
      ok: false,
      says: expect.stringMatching(/^Only 0\.5 GiB free for LEVAIN_HOME \(\/shop\)/) as string,
    });
    expect(checkDisk('/shop', 2 ** 30).ok).toBe(true);
  });

  test('a taken port is a finding that names the variable; a free one is none', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const port = (server.address() as AddressInfo).port;
    const [api, smtp] = await checkPorts(readConfig({ PORT: String(port), SMTP_PORT: String(await closedPort()) }), ['api', 'smtp']);
    server.close();
    expect(api).toEqual({ ok: false, says: expect.stringMatching(new RegExp(`Port ${port} \\(the API\\) is taken.*set PORT`)) as string });
    expect(smtp?.ok).toBe(true);
  });
});

describe('parts that the environment names', () => {
  test('a database that nobody serves is told by the name of its variable, without its password', async () => {
    const url = `postgresql://bob:hunter2@127.0.0.1:${await closedPort()}/x`;
    const error: unknown = await greetDatabase(url).catch((reason: unknown) => reason);
    expect((error as Error).message).toMatch(/^DATABASE_URL \(postgresql:\/\/bob:\*\*\*@127\.0\.0\.1:\d+\/x\) cannot be reached/);
  });

  test('a database that answers will do', async () => {
    await expect(greetDatabase(databaseUrl('postgres'))).resolves.toBeUndefined();
  });

  test('a database that does not exist on a server that does is told too', async () => {
    await expect(greetDatabase(databaseUrl('no_such'))).rejects.toThrow(/^DATABASE_URL .*no_such/);
  });

  test('something else than a Postgres address is told', async () => {
    await expect(greetDatabase('mysql://x/y')).rejects.toThrow(/^DATABASE_URL .*no Postgres address/);
  });

  test('a Temporal that nobody serves is told by the name of its variable', async () => {
    await expect(greetTemporal({ address: `127.0.0.1:${await closedPort()}` }, 'default')).rejects.toThrow(
      /^TEMPORAL_ADDRESS .*cannot be reached/,
    );
  });

  test('a mail server that nobody serves is told by the name of its variable', async () => {
    await expect(greetSmtp(`smtp://127.0.0.1:${await closedPort()}`)).rejects.toThrow(/^SMTP_URL .*cannot be reached/);
  });

  test('passwords are never shown', () => {
    expect(withoutPassword('smtps://bob:p%40ss@mail.example:465')).toBe('smtps://bob:***@mail.example:465');
  });
});
