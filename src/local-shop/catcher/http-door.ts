import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express, { type Express, type Response } from 'express';
import { SHOWN, inboxPage } from './inbox-page';
import type { Caught, Mailbox } from './mailbox';
import type { Listening } from './smtp-sink';

const isText = (x: unknown): x is string => typeof x === 'string' && x !== '';

/**
 * Under which names the inbox is shown: an address, `localhost`, or the name of a machine beside this one. A page from the internet could have
 * a name of its own point at this machine, and would read everybody's letters through its visitor's browser.
 */
const isOwnName = (host: string): boolean => /^(?:localhost|[a-z0-9-]+|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(host);

/** The inbox page, the messages as JSON, and an SMS gateway that sends one id once. */
function door(mailbox: Mailbox): Express {
  const app = express();
  app.disable('x-powered-by');

  app.use((req, res, next) => {
    if (isOwnName(req.headers.host ?? '')) return next();
    res.status(421).json({ error: 'the mail catcher answers under localhost, an IP address, or a name without dots' });
  });

  app.post('/sms', express.json({ limit: '64kb' }), (req, res) => {
    const { id, to, text } = (req.body ?? {}) as Readonly<Record<string, unknown>>;
    if (!isText(id) || !isText(to) || !isText(text)) {
      res.status(400).json({ error: 'id, to and text are needed' });
      return;
    }
    if (to === '+10000000550') {
      res.status(422).json({ error: 'no such number' }); // for drills, as bounce@ is for letters
      return;
    }
    mailbox.add({ id, channel: 'sms', to, subject: '', text, html: '', at: new Date().toISOString() });
    res.status(202).json({ id });
  });

  app.get('/', (_req, res) => {
    res
      .set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'")
      .type('html')
      .send(inboxPage([...mailbox.newest(SHOWN)], mailbox.size));
  });

  app.get('/messages', async (req, res) => {
    const { to, channel, limit } = req.query;
    const most = isText(limit) && /^\d{1,6}$/.test(limit) ? Number(limit) : Infinity;
    await writeList(res, mailbox.newest(most, { ...(isText(to) && { to }), ...(isText(channel) && { channel }) }));
  });

  app.get('/messages/:place/html', (req, res) => {
    const message = mailbox.at(Number(req.params.place));
    if (!message) {
      res.status(404).end();
      return;
    }
    res.set(
      'Content-Security-Policy',
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    );
    res.type('html').send(message.html.replace('<head>', '<head><base target="_blank">'));
  });

  app.delete('/messages', (_req, res) => {
    mailbox.clear();
    res.status(204).end();
  });
  return app;
}

/** A JSON list written piece by piece: twenty thousand letters are more than one string should hold. */
async function writeList(res: Response, messages: Iterable<readonly [Caught, number]>): Promise<void> {
  res.type('json');
  let between = '[';
  for (const [message] of messages) {
    if (!res.write(`${between}${JSON.stringify(message)}`)) await Promise.race([once(res, 'drain'), once(res, 'close')]);
    if (res.destroyed) return;
    between = ',\n';
  }
  res.end(between === '[' ? '[]' : ']');
}

export async function startHttpDoor(
  mailbox: Mailbox,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = door(mailbox).listen(port, host);
  await once(server, 'listening'); // rejects when the port is taken
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
