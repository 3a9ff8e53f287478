import { Router, type Response } from 'express';
import type { z } from 'zod';
import type { LinkView } from '../contracts/links.schema';
import { shopTime } from '../domain/clock';
import { Refusal } from '../domain/errors';
import { readLink } from '../links/link-token';
import type { ApiDeps } from './deps';
import { LINK_SCRIPT } from './link-script';
import { linkStatus } from './link-status';
import { ALTERNATIVES } from '../domain/alternatives';
import { STAGE_WORDS, STATE_WORDS } from './link-words';
import { createServices, type Services } from './services';

type Status = z.infer<typeof LinkView>;
type Of<S> = Extract<Status, { scope: S }>;

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
/** The store's wall clock, e.g. 2026-12-01 15:00. */
const wall = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(iso));
const yuan = (fen: number): string => `¥${(fen / 100).toFixed(2)}`;

const layout = (title: string, body: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">` +
  `<title>${escape(title)}</title><link rel="stylesheet" href="/assets/link.css"><main><h1>${escape(title)}</h1>${body}<p id="result" role="status"></p></main><script src="/assets/link.js"></script></html>`;

/** A form that the script sends as JSON to the API; without the script nothing is sent. */
const form = (token: string, act: string, heading: string, fields: string, button: string): string =>
  `<form data-post="/api/v1/links/${escape(token)}/${act}"><h2>${heading}</h2>${fields}<button>${button}</button></form>`;

const radio = (name: string, value: string, label: string): string =>
  `<label><input type="radio" name="${name}" value="${value}" required> ${escape(label)}</label>`;

const FORMS: Readonly<Record<Of<'customer'>['awaiting'][number], (token: string, status: Of<'customer'>) => string>> = {
  'design-approval': (token) =>
    form(
      token,
      'design-approval',
      '确认设计稿',
      radio('outcome', 'approved', '确认，就这样做') +
        radio('outcome', 'rejected', '需要修改') +
        '<label>意见 <textarea name="comments"></textarea></label>',
      '提交',
    ),
  'details-confirmation': (token) =>
    form(
      token,
      'details-confirmation',
      '确认交付信息',
      '<input type="hidden" name="confirmed" value="true" data-type="boolean"><p>交付时间、地址与收货人无误。</p>',
      '确认无误',
    ),
  alternative: (token, { alternatives }) =>
    alternatives
      .map(({ exceptionId, options }) =>
        form(
          token,
          'alternative',
          '原料不足，请选择备选方案',
          `<input type="hidden" name="exceptionId" value="${escape(exceptionId)}">` +
            options.map((option) => radio('option', option, ALTERNATIVES[option].zh)).join('') +
            radio('option', '', '都不要'),
          '提交',
        ),
      )
      .join(''),
  rating: (token) =>
    form(
      token,
      'rating',
      '为本次订单评分',
      '<label>评分（1–5）<input type="number" name="score" min="1" max="5" step="0.5" required data-type="number"></label><label>评语 <textarea name="comment"></textarea></label>',
      '提交',
    ),
};

const customerPage = (status: Of<'customer'>, token: string, zone: string): string => {
  const done = (stage: (typeof status.stages)[number]): string => (stage.doneAt ? '已完成' : stage.startedAt ? '进行中' : '未开始');
  return layout(
    `订单 ${status.order}`,
    `<p>状态：<strong>${STATE_WORDS[status.state]}</strong></p><p>${status.method === 'courier' ? '送达' : '取货'}时间：${wall(status.deliveryAt, zone)}</p>` +
      (status.outstandingFen > 0 ? `<p>待付：${yuan(status.outstandingFen)}</p>` : '') +
      (status.changeWindowEndsAt ? `<p>可调整至：${wall(status.changeWindowEndsAt, zone)}</p>` : '') +
      `<ul>${status.stages.map((stage) => `<li>${STAGE_WORDS[stage.stage]}：${done(stage)}</li>`).join('')}</ul>` +
      status.awaiting.map((what) => FORMS[what](token, status)).join('') +
      `<p>${escape(status.contact.shop)} ${escape(status.contact.phone)}</p>`,
  );
};

const supplierPage = (status: Of<'supplier'>, token: string, zone: string): string =>
  layout(
    '供货询问',
    `<p>所需原料：<strong>${escape(status.item ?? '')}</strong></p>` +
      (status.neededBy ? `<p>最迟：${wall(status.neededBy, zone)}</p>` : '') +
      (status.answered
        ? '<p>此询问已答复或已结束，谢谢。</p>'
        : form(
            token,
            'supplier-answer',
            '能否供货？',
            '<label><input type="radio" name="available" value="true" required data-type="boolean"> 可以</label><label><input type="radio" name="available" value="false" data-type="boolean"> 不可以</label>' +
              '<label>送达时间 <input type="datetime-local" name="promisedAt" data-type="instant"></label>',
            '答复',
          )) +
      `<p>${escape(status.contact.shop)} ${escape(status.contact.phone)}</p>`,
  );

const CSS =
  'body{font:1.1rem/1.6 sans-serif;margin:0;background:#faf7f2;color:#222}main{max-width:34rem;margin:auto;padding:1rem}form{border-top:1px solid #ccc;padding:1rem 0}label{display:block;margin:.5rem 0}textarea{width:100%}button{font:inherit;padding:.5rem 1.5rem}';

const WORDS: Readonly<Record<string, string>> = {
  'link-expired': '此链接已过期，请联系店铺重新获取。',
  'no-such-link': '链接无效或不完整，请从邮件或短信中重新打开。',
};

/** Pages for whoever holds a link: GET shows, and their forms POST to the API. No outside host, no member of staff's name. */
export function linkPages(deps: ApiDeps): Router {
  const router = Router();
  const services = createServices(deps);
  router.get('/assets/link.js', (_req, res) => void res.type('js').send(LINK_SCRIPT));
  router.get('/assets/link.css', (_req, res) => void res.type('css').send(CSS));
  for (const [path, scope] of [
    ['/o/:token', 'customer'],
    ['/s/:token', 'supplier'],
  ] as const) {
    router.get(path, async (req, res) => {
      res.set('Cache-Control', 'no-store').type('html');
      await show(services, String(req.params['token']), scope, res);
    });
  }
  return router;
}

async function show(services: Services, token: string, scope: Status['scope'], res: Response): Promise<void> {
  const { secret, zone } = services.settings;
  try {
    const now = shopTime(services.clock, services.realNow());
    const link = readLink(secret, token, now);
    if (link.scope !== scope) throw new Refusal('no-such-link', 'This link opens another page.');
    const status = await linkStatus(services, link, now);
    res.send(status.scope === 'customer' ? customerPage(status, token, zone) : supplierPage(status, token, zone));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    res
      .status(error.code === 'link-expired' ? 410 : 404)
      .send(layout('无法打开', `<p>${WORDS[error.code] ?? WORDS['no-such-link'] ?? ''}</p>`));
  }
}
