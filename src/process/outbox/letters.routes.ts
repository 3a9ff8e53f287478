import { Refusal } from '../../base/refusals';
import type { Route } from '../../platform/http/route';
import { route } from '../permissions';
import type { Services } from '../services';
import type { NoticeFacts } from './facts';
import './process-letter-samples';
import { sampleContext, sampleOf } from './letter-samples';
import { LetterList, LetterPreview, PreviewQuery } from './letters.schema';
import { isNoticeTemplate, letterOf, noticeTemplates } from './register.letters';
import { renderNotice } from './render';

/** Which letters the shop writes, and how each would read. */
export const lettersRoutes = (services: Services): Route[] => [listOfLetters(), previewOfLetter(services)];

const listOfLetters = (): Route =>
  route({
    key: 'GET /letters',
    summary: 'Every letter the shop writes: to whom, by which way, by which rule',
    tag: 'settings',
    status: 200,
    answer: LetterList,
    handle: ({ language }) =>
      Promise.resolve({
        status: 200,
        body: {
          items: noticeTemplates().map((name) => {
            const { name: called, recipient, rules = [], urgent = false, words } = letterOf(name);
            const hasShort = recipient === 'customer' && words.zh.sms !== undefined;
            const channels: LetterList['items'][number]['channels'] = hasShort ? ['email', 'sms'] : ['email'];
            return { name, title: called[language], recipient, channels, rules: [...rules], urgent };
          }),
        },
      }),
  });

const previewOfLetter = (services: Services): Route =>
  route({
    key: 'GET /letters/{name}/preview',
    summary: 'A letter as it would read at this store, with invented facts',
    tag: 'settings',
    query: PreviewQuery,
    status: 200,
    answer: LetterPreview,
    refusals: ['no-such-entry'],
    async handle({ params, query, staff, now }) {
      const { name } = params;
      if (!isNoticeTemplate(name)) throw new Refusal('no-such-entry', { code: 'no-entry-here' });
      const shop = await services.db.store.findUniqueOrThrow({ where: { id: staff.storeId } });
      const letter = letterOf(name);
      const about = sampleContext(letter.about, now);
      const facts: NoticeFacts = {
        shop,
        process: about && { kind: about.kind, number: SAMPLE_NUMBER, state: 'open' },
        about,
        audience: letter.recipient,
        recipientName: SAMPLE_NAME[query.language],
        writtenAt: now,
        notice: { ...sampleOf(name, now) },
        words: null,
        link: `${services.settings.publicUrl}/`,
      };
      const { subject, text, sms } = renderNotice(name, query.language, facts);
      return { status: 200, body: { subject, text, sms } };
    },
  });

/** Nobody's: who a preview is made out to, and what it is about. */
const SAMPLE_NAME = { 'zh-CN': '王示例', en: 'Alex Sample' } as const;
const SAMPLE_NUMBER = '20260101001';
