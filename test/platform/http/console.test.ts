import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import express from 'express';
import { consoleFrom } from '../../../src/platform/http/console';

const SCRIPT = 'console.log("dough");'.repeat(50);
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'console-'));
  mkdirSync(join(dir, 'assets'));
  mkdirSync(join(dir, '.vite'));
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>Levain</title>');
  writeFileSync(join(dir, 'assets', 'main-1.js'), SCRIPT);
  writeFileSync(join(dir, 'assets', 'main-1.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(dir, 'assets', 'main-1.js.gz'), gzipSync(SCRIPT));
  writeFileSync(join(dir, '.vite', 'manifest.json'), '{}');
});
afterAll(() => rmSync(dir, { recursive: true }));

/** Serves a console and asks it once. */
async function ask(path: string, headers: Record<string, string> = {}, from = dir, publicUrl = 'http://127.0.0.1'): Promise<Response> {
  const app = express();
  app.use(consoleFrom(from, ['/', '/tasks'], publicUrl));
  app.use((_req, res) => void res.status(404).json({ type: '/problems/no-such-route' }));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    return await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers });
  } finally {
    server.close();
  }
}
const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('the page', () => {
  test.each(['/', '/tasks', '/tasks?task=1'])('stands at %s for whoever asks for HTML, and is asked for every time', async (path) => {
    const page = await ask(path, HTML);
    expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ]);
    expect(await page.text()).toContain('<title>Levain</title>');
  });

  test('a program that asks at the same address is answered as before; an unknown path is none of the console’s', async () => {
    expect((await ask('/tasks', { accept: 'application/json' })).status).toBe(404);
    expect((await ask('/tasks', { accept: '*/*' })).status).toBe(404);
    expect((await ask('/nowhere', HTML)).status).toBe(404);
    expect((await ask('/', HTML, join(dir, 'not-built'))).status).toBe(404);
  });

  test('lets nothing in from outside, nothing inline, no eval, and no text become markup', async () => {
    const policy = (await ask('/', HTML)).headers.get('content-security-policy') ?? '';
    const said = Object.fromEntries(policy.split(';').map((part) => part.trim().split(/ (.*)/s).slice(0, 2) as [string, string]));
    expect(said).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
      'img-src': "'self' blob: data:",
      'connect-src': "'self'",
      'font-src': "'self'",
      'manifest-src': "'self'",
      'worker-src': "'self'",
      'form-action': "'self'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'default',
    });
  });
});

describe('its files', () => {
  test.each([
    ['br', 'br, gzip'],
    ['gzip', 'gzip'],
    [null, 'identity'],
  ])('come compressed as %s to whoever takes %s, and are asked for once a year', async (encoding, accepts) => {
    const file = await ask('/assets/main-1.js', { 'accept-encoding': accepts });
    expect([file.status, file.headers.get('content-encoding'), await file.text()]).toEqual([200, encoding, SCRIPT]);
    expect(file.headers.get('cache-control')).toBe('public,max-age=31536000,immutable');
  });

  test('are those that a page fetches, and no others', async () => {
    for (const path of [
      '/.vite/manifest.json',
      '/assets/../.vite/manifest.json',
      '/assets/%2e%2e/.vite/manifest.json',
      '/assets/none.js',
      '/index.html',
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
  });
});
