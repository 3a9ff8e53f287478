import { timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import type { DetailsConfirmation } from './links.schema';
import { CORRECTABLE, type CorrectedPart } from '../order.messages';
import type { OrderRecord } from '../order-read.repository';
import { canonicalJson } from '../../platform/db/canonical-json';
import { Refusal } from '../../base/refusals';
import { mayBeCorrected } from '../order-state.rules';
import { sha256 } from '../../platform/http/crypto';
import type { Call } from '../../platform/http/route';
import type { Services } from '../services';
import { invalid } from '../../platform/http/zod-problem';

type Correction = NonNullable<z.output<typeof DetailsConfirmation>['correction']>;

/**
 * Wrong digits in a row after which a link takes no correction any more. Of ten thousand numbers five tries find one in two thousand; a
 * customer who errs that often is on the telephone with the shop by then, which gives out another link.
 */
const WRONG_DIGITS_A_LINK = 5;

/**
 * BAK-45. Whoever corrects knows the customer's telephone. The try is counted first, so that many at once are counted too, and forgiven
 * when it was right.
 * @throws {Refusal} `not-allowed` for other digits, and for a link that has had too many.
 */
export async function assertKnowsCustomer(
  services: Services,
  { link }: Pick<Call, 'link'>,
  order: OrderRecord,
  lastFour: string,
): Promise<void> {
  const refuse = (code: 'digits-wrong' | 'digits-wrong-too-often'): never => {
    throw new Refusal(
      'not-allowed',
      { code: 'needs-digits' },
      {
        rule: 'BAK-45',
        errors: [{ pointer: '/phoneLastFour', code }],
      },
    );
  };
  if ((await services.links.countTry(link.id)) > WRONG_DIGITS_A_LINK) refuse('digits-wrong-too-often');
  // by hash: the comparison tells by time nothing of how many digits were right
  if (!timingSafeEqual(Buffer.from(sha256(lastFour)), Buffer.from(sha256(order.customer.phone.slice(-4))))) refuse('digits-wrong');
  await services.links.forgiveTries(link.id);
}

/** @throws {Refusal} `not-in-this-state` once the order is on the road (BAK-45); `invalid-request` for the address of an order that is fetched. */
export function assertCorrectable({ state, delivery }: OrderRecord, correction: Correction): void {
  if (!mayBeCorrected(state))
    throw new Refusal('not-in-this-state', { code: 'too-late-to-correct', params: { state } }, { rule: 'BAK-45' });
  if (delivery.method === 'pickup' && correction.address !== undefined)
    throw invalid([{ pointer: '/correction/address', code: 'address-of-pickup', rule: 'BAK-45' }]);
}

/** What of the delivery a correction really changes; empty when it says what is on file. */
export const correctedParts = ({ delivery }: OrderRecord, correction: Correction): CorrectedPart[] =>
  CORRECTABLE.filter((part) => correction[part] !== undefined && canonicalJson(correction[part]) !== canonicalJson(delivery[part] ?? null));
