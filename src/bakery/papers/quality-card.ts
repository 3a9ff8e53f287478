import { DAY_MS, HOUR_MS } from '../../base/rule';
import { localDay } from '../../base/calendar';
import type { FieldError, FaultCode } from '../../base/faults';
import type { Phrasing } from '../../process/outbox/phrasing';
import { goodsIn } from '../../orders/goods';
import type { OrderPaper } from '../../orders/papers/order-paper';
import { shopOf } from '../../orders/papers/shop-of';
import { stillMade } from '../../orders/papers/still-made';
import { shelfLifeHours } from '../products.rules';
import { BAKERY_PAPER_NAMES, BAKERY_PAPER_WORDS } from './words';

/** From so many hours on a shelf life is said in days. */
const SAID_IN_DAYS_FROM = 72;

const lack = (pointer: string, code: Extract<FaultCode, `lacks-${string}`>): FieldError =>
  ({ pointer, code, rule: 'BAK-63' }) as FieldError;

/**
 * BAK-63. 《品质承诺卡》: the store manager's signature, the production date, which is the day on which making finished, the shelf life of the
 * product that keeps least, and the complaint telephone. Without one of the four there is no card.
 */
export const QUALITY_CARD: OrderPaper = {
  names: BAKERY_PAPER_NAMES.quality,
  reader: 'customer',
  async prepare(services, order) {
    const [shop, signature, calendar] = await Promise.all([
      shopOf(services, order),
      services.storePictures.find(order.storeId, 'manager-signature'),
      services.calendars.calendarOf(order.storeId),
    ]);
    const madeAt = order.makingDoneAt;
    const hours = shelfLifeHours(order.lines);
    const phone = shop.phone.trim();
    return {
      lacks: [
        ...stillMade(order),
        ...(signature ? [] : [lack('/shop/pictures/manager-signature', 'lacks-manager-signature')]),
        ...(madeAt === null ? [lack('/order/makingDoneAt', 'lacks-production-date')] : []),
        ...(hours === null ? [lack('/order/lines', 'lacks-shelf-life')] : []),
        ...(phone === '' ? [lack('/shop/complaintPhone', 'lacks-complaint-phone')] : []),
      ],
      write(p) {
        const word = (name: keyof typeof BAKERY_PAPER_WORDS): string => p.named(BAKERY_PAPER_WORDS[name]);
        return {
          size: 'card',
          onePage: true,
          header: shop.name,
          blocks: [
            { kind: 'title', text: p.named(BAKERY_PAPER_NAMES.quality) },
            { kind: 'text', text: word('promise') },
            { kind: 'room', height: 2 },
            {
              kind: 'rows',
              rows: [
                { label: word('order'), value: order.number },
                { label: word('goods'), value: goodsIn(order.lines, p) },
                { label: word('productionDate'), value: localDay(calendar, madeAt ?? 0), strong: true },
                { label: word('shelfLife'), value: keepsFor(hours ?? 0, madeAt ?? 0, p), strong: true },
                { label: word('complaints'), value: phone, strong: true },
              ],
            },
            { kind: 'signature', label: word('manager'), ...(signature && { picture: signature.bytes }) },
          ],
        };
      },
    };
  },
};

/** How long it keeps, and until when that is. */
function keepsFor(hours: number, madeAt: number, p: Phrasing): string {
  const until = p.when(madeAt + hours * HOUR_MS);
  const days = (hours * HOUR_MS) / DAY_MS;
  const inDays = hours >= SAID_IN_DAYS_FROM && Number.isInteger(days);
  return inDays
    ? p.say(p.named(BAKERY_PAPER_WORDS.keepsDays), { n: days, until })
    : p.say(p.named(BAKERY_PAPER_WORDS.keepsHours), { n: hours, until });
}
