import { openShop } from '../../support/http/shop';

/** Each page of the shop with an asset it loads. */
const PAGES = ['/docs', '/o/nonsense', '/s/nonsense', '/assets/link.js', '/assets/link.css', '/docs/swagger-ui.css'];

const headersAt = async (publicUrl: string): Promise<[page: string, policy: string, transport: string | null][]> => {
  const shop = await openShop({ settings: { publicUrl } });
  try {
    return await Promise.all(
      PAGES.map(async (page) => {
        const { headers } = await fetch(shop.url + page);
        return [page, headers.get('content-security-policy') ?? '', headers.get('strict-transport-security')] as [
          string,
          string,
          string | null,
        ];
      }),
    );
  } finally {
    await shop.close();
  }
};

test('on plain http no page forces its scripts and styles to https, so that they load beyond loopback', async () => {
  for (const [page, policy, transport] of await headersAt('http://shop.lan:3000')) {
    expect([page, policy, transport]).toEqual([page, expect.stringContaining("default-src 'self'"), null]);
    expect([page, policy]).toEqual([page, expect.not.stringContaining('upgrade-insecure-requests')]);
  }
});

test('behind https every page keeps browsers to it', async () => {
  const headers = await headersAt('https://shop.example');
  expect(headers.every(([, , transport]) => transport?.startsWith('max-age='))).toBe(true);
  expect(headers.find(([page]) => page === '/o/nonsense')?.[1]).toContain('upgrade-insecure-requests');
});
