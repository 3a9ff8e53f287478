import type { FieldError } from '../../base/faults';
import type { OrderPaper } from '../../orders/papers/order-paper';
import { shopOf } from '../../orders/papers/shop-of';
import { stillMade } from '../../orders/papers/still-made';
import { BAKERY_PAPER_NAMES, BAKERY_PAPER_WORDS } from './words';

/** BAK-66. What the card says, in Chinese whoever gets it. */
export const GREETING = '用心烘焙每一份幸福';

const NO_PHOTO: FieldError = { pointer: '/shop/pictures/team-photo', code: 'lacks-team-photo', rule: 'BAK-66' };

/** BAK-66. The card that lies in the box of a birthday cake: for whom it is, the people who made it, and the greeting. */
export const GREETING_CARD: OrderPaper = {
  names: BAKERY_PAPER_NAMES.greeting,
  reader: 'chinese',
  isOf: ({ occasion }) => occasion === 'birthday',
  async prepare(services, order) {
    const [shop, team] = await Promise.all([shopOf(services, order), services.storePictures.find(order.storeId, 'team-photo')]);
    const { name } = order.delivery.recipient ?? order.customer;
    return {
      lacks: [...stillMade(order), ...(team ? [] : [NO_PHOTO])],
      write: (p) => ({
        size: 'card',
        onePage: true,
        blocks: [
          { kind: 'text', text: p.say(p.named(BAKERY_PAPER_WORDS.to), { name }), size: 1.6, align: 'center' },
          { kind: 'room', height: 2 },
          ...(team ? [{ kind: 'picture' as const, bytes: team.bytes, height: 48 }] : []),
          { kind: 'room', height: 2 },
          { kind: 'text', text: GREETING, size: 2.2, bold: true, tone: 'brand', align: 'center' },
          { kind: 'text', text: `${p.named(BAKERY_PAPER_WORDS.team)} · ${shop.name}`, size: 0.9, tone: 'quiet', align: 'center' },
        ],
      }),
    };
  },
};
