import { createServer, type AddressInfo, type Server } from 'node:net';
import { readConfig } from '../../src/platform/config/config';
import { choosePorts, PORTS, takenSentence, tryPort, variableOf, type PortName } from '../../src/local-shop/ports';

const listening = (): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
  });
const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const ALL_FREE = Object.fromEntries((Object.keys(PORTS) as PortName[]).map((name) => [variableOf(name), '0']));
/** Every port free, but for what `env` says. */
const asked = (env: NodeJS.ProcessEnv) => readConfig({ ...ALL_FREE, ...env });

describe('the ports of a shop', () => {
  let taken: Server;
  beforeAll(async () => {
    taken = await listening();
  });
  afterAll(() => {
    taken.close();
  });

  test('without variables they are the ones of the outside contract', async () => {
    const { api, postgres, temporal, temporalUi, smtp, catcher } = await choosePorts(readConfig({}), []);
    expect([api, postgres, temporal, temporalUi, smtp, catcher]).toEqual([3000, 5433, 7233, 8233, 1025, 8025]);
  });

  test('a taken port is refused, naming the port and the variable that moves it', async () => {
    const port = portOf(taken);
    await expect(choosePorts(asked({ SMTP_PORT: String(port) }), ['api', 'smtp'])).rejects.toThrow(takenSentence('smtp', port));
    expect(takenSentence('smtp', port)).toContain(`Port ${port}`);
    expect(takenSentence('smtp', port)).toContain('SMTP_PORT');
  });

  test('a port nobody needs may be taken', async () => {
    const ports = await choosePorts(asked({ POSTGRES_PORT: String(portOf(taken)) }), ['api']);
    expect(ports.postgres).toBe(portOf(taken));
  });

  test('0 picks free ports, a different one for each part', async () => {
    const ports = await choosePorts(asked({}), Object.keys(PORTS) as PortName[]);
    const numbers = Object.values(ports);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const port of numbers) expect(port).toBeLessThan(32_768); // where no outgoing connection takes it meanwhile
    for (const port of numbers) expect(await tryPort(port)).toBe(port);
  });

  test('0 on an address of another machine ends in a refusal, not in a search without end', async () => {
    await expect(choosePorts(asked({ HOST: '192.0.2.1' }), ['api'])).rejects.toThrow(takenSentence('api', 0));
  });

  test('two parts on one port are refused, naming both variables', async () => {
    const free = String(await tryPort(0));
    await expect(choosePorts(asked({ PORT: free, CATCHER_PORT: free }), ['api', 'catcher'])).rejects.toThrow(
      /PORT and CATCHER_PORT are both/,
    );
  });
});
