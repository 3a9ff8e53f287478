import type { z } from 'zod';
import { formatYuan } from '../../base/money';
import type { Preview } from '../change.repository';
import type { ChangePreview } from '../changes.rules';
import type { OrderRecord } from '../order-read.repository';
import { refundFor } from '../refunds.rules';
import { CHECK_WORDS } from './link-words';
import type { LinkCheck } from './links.schema';

type Said = z.output<typeof LinkCheck>;

/** BAK-36, BAK-37. What a change would cost its customer, and who decides of it. What the shop has spent is not theirs to see. */
export function changeSaid({ preview }: Preview, language: 'zh' | 'en'): Said {
  const words = CHECK_WORDS[language];
  const { priceDiffFen, depositTopUpFen = 0 } = preview as unknown as ChangePreview;
  return {
    says: [
      priceDiffFen === 0 ? words.samePrice : words.price(priceDiffFen < 0, formatYuan(Math.abs(priceDiffFen))),
      ...(depositTopUpFen > 0 ? [words.topUp(formatYuan(depositTopUpFen))] : []),
      words.changeDecided,
    ],
  };
}

/** BAK-40, BAK-41. What would be given back as the order stands, and who decides of it. */
export function cancellationSaid({ money, costsFen }: Pick<OrderRecord, 'money' | 'costsFen'>, language: 'zh' | 'en'): Said {
  const words = CHECK_WORDS[language];
  const { refundFen } = refundFor('customer', money, costsFen);
  return { says: [words.refund(formatYuan(refundFen)), words.cancellationDecided] };
}
