import { z } from 'zod';
import { Refusal } from '../../base/refusals';
import type { Route } from '../../platform/http/route';
import { linkViews } from '../define.http';
import { route } from '../permissions';
import type { Services } from '../services';

/** What any link is about: each chapter shows its own. */
export function linkRoutes(services: Services): Route[] {
  const [first, ...others] = linkViews();
  if (!first) return [];
  const views = [first, ...others] as const;
  return [
    route({
      key: 'GET /links/{token}',
      summary: 'What the link is about',
      tag: 'links',
      status: 200,
      answer: z.discriminatedUnion('scope', [first.answer, ...others.map(({ answer }) => answer)]).meta({ id: 'LinkStatus' }),
      async handle({ link, now }) {
        for (const { show } of views) {
          const body = await show(services, link, now);
          if (body !== null) return { status: 200, body };
        }
        throw new Refusal('no-such-link', { code: 'link-for-something-else' });
      },
    }),
  ];
}
