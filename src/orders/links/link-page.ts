import { Router, type Response } from 'express';
import { shopTime } from '../../base/clock';
import { Refusal } from '../../base/refusals';
import { refuseOtherMethods } from '../../platform/http/methods';
import type { PartyLink } from '../../platform/links/link';
import { assertMay, openLink } from '../../platform/links/link-access';
import type { Services } from '../../process/services';
import { page, type PageFrame } from './link-html';
import { UNOPENED_WORDS } from './link-words';

interface UnopenedView extends PageFrame {
  readonly why: string;
  readonly english: Readonly<Record<'title' | 'why', string>>;
}
const renderUnopened = page<UnopenedView>('unopened');

function unopenedPage(code: string): string {
  const { title } = UNOPENED_WORDS;
  const why = UNOPENED_WORDS[code === 'link-expired' ? code : 'no-such-link'];
  return renderUnopened({
    language: 'zh-CN',
    title: title['zh-CN'],
    state: null,
    contact: null,
    why: why['zh-CN'],
    english: { title: title.en, why: why.en },
  });
}

/** An opened link, and the token that its page's forms send. */
export interface Opened {
  readonly link: PartyLink;
  readonly token: string;
  /** Shop time. */
  readonly now: number;
}

/** The page of one kind of link. No outside host, no member of staff's name. `write` answers null for a link of another kind. */
export function pageByLink(services: Services, path: string, write: (opened: Opened) => Promise<string | null>): Router {
  const router = Router();
  const show = async (token: string, res: Response): Promise<void> => {
    try {
      const now = shopTime(services.clock, services.realNow());
      const link = await openLink(services.links, services.settings.secret, token, now);
      assertMay(link, 'view');
      const written = await write({ link, token, now });
      if (written === null) throw new Refusal('no-such-link', { code: 'link-for-something-else' });
      res.send(written);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      res.status(error.code === 'link-expired' ? 410 : 404).send(unopenedPage(error.code));
    }
  };
  router.get(path, async (req, res) => {
    res.set('Cache-Control', 'no-store').type('html');
    await show(String(req.params['token']), res);
  });
  refuseOtherMethods(router, [path], ['GET']);
  return router;
}
