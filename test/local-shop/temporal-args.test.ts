import { SEARCH_ATTRIBUTES } from '../../src/orders/names.messages';
import { temporalArgs } from '../../src/local-shop/temporal';

describe('the embedded Temporal server', () => {
  const line = temporalArgs('/home/temporal.db', 7233, 8233).join(' ');

  test('keeps its data in a file that survives a power cut', () => {
    expect(line).toContain('--db-filename /home/temporal.db --sqlite-pragma journal_mode=WAL --sqlite-pragma synchronous=FULL');
  });

  test('knows every search attribute of the contract', () => {
    for (const [name, type] of Object.entries(SEARCH_ATTRIBUTES)) expect(line).toContain(`--search-attribute ${name}=${type}`);
  });

  test('listens on this machine only, with its UI', () => {
    expect(line).toContain('--ip 127.0.0.1 --port 7233');
    expect(line).toContain('--ui-ip 127.0.0.1 --ui-port 8233');
  });
});
