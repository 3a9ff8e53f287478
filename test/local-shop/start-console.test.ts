import { Writable } from 'node:stream';
import { startConsole } from '../../src/local-shop/console';

function paper(isTTY = false): { out: Writable & { isTTY?: boolean }; text: () => string } {
  let text = '';
  const out = Object.assign(new Writable({ write: (chunk: Buffer, _encoding, done) => ((text += chunk.toString()), done()) }), { isTTY });
  return { out, text: () => text };
}

describe('what the start says', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test('a quick step is one line; without a terminal there is no colour', async () => {
    const { out, text } = paper();
    await startConsole(out).step('Worker', () => Promise.resolve());
    expect(text()).toMatch(/^ {2}✓ Worker \(\d+\.\d s\)\n$/);
  });

  test('what takes longer than a second is announced while it runs', async () => {
    const { out, text } = paper();
    const step = startConsole(out).step('Postgres', () => new Promise((resolve) => setTimeout(resolve, 12_000)));
    await jest.advanceTimersByTimeAsync(999);
    expect(text()).toBe('');
    await jest.advanceTimersByTimeAsync(1);
    expect(text()).toBe('  … Postgres\n');
    await jest.advanceTimersByTimeAsync(11_000);
    await step;
    expect(text()).toMatch(/… Postgres, 11\.\d s so far\n {2}✓ Postgres \(12\.\d s\)\n$/);
  });

  test('a step that fails is marked and its error goes on', async () => {
    const { out, text } = paper(true);
    await expect(startConsole(out).step('API', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(text()).toContain('\u001b[31m✗\u001b[0m API');
  });
});
