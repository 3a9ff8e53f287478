import { flag, id, instant, listOf, oneOf, optional } from '../../base/read';
import type { Urgency } from '../../orders/order.messages';
import { choices } from '../../process/tasks/choices.rules';
import { OVER_CAPACITY } from '../work.rules';
import { MOST_LINES, type BakeryTaskRule } from './steps.rules';

const MANAGER = ['store-manager'] as const;

/** From the first request to the acceptance (BAK-15 to 31). */
export const INTAKE_TASKS = {
  'confirm-design': {
    role: 'sales-consultant',
    ladder: MANAGER,
    ruleIds: ['BAK-25', 'BAK-26'],
    zh: '设计稿确认',
    en: 'Have the design draft confirmed',
    forCustomers: true,
    yesNo: [{ outcome: 'approved' }, { outcome: 'rejected' }],
    photos: { draftPhotoId: 'design-draft' },
    answer: choices({ outcome: oneOf('approved', 'rejected'), draftPhotoId: optional(id) }),
  },
  'feasibility-review': {
    role: 'production-supervisor',
    ladder: MANAGER,
    ruleIds: ['BAK-27', 'BAK-28', 'BAK-29', 'BAK-30'],
    zh: '可行性审核',
    en: 'Review feasibility',
    answer: choices({
      outcome: oneOf('feasible', 'feasible-with-conditions', 'not-feasible'),
      plannedStartAt: optional(instant),
      /** Staff ids by step; `materials` and `making` at least (BAK-09). */
      assignees: optional(
        choices({
          materials: optional(id),
          making: optional(id),
          'quality-check': optional(id),
          decoration: optional(id),
          packing: optional(id),
          delivery: optional(id),
        }),
      ),
      highRisk: optional(flag),
      ingredients: optional(listOf(choices({ item: id, status: oneOf('in-stock', 'to-buy', 'unavailable') }), MOST_LINES)),
      /** BAK-46: a product without decoration. */
      decoration: optional(flag),
      /** BAK-24, BAK-29: explicit deadlines of a rush order whose standard ones are past. */
      compressed: optional(choices({ materialsDueAt: instant, decorationDueAt: instant })),
      /** BAK-29: why more is planned for a day than its capacity. */
      overCapacity: optional(oneOf(...OVER_CAPACITY)),
    }),
  },
  'offer-alternative': {
    role: 'sales-consultant',
    ladder: MANAGER,
    ruleIds: ['BAK-27'],
    zh: '向顾客提供替代方案',
    en: 'Offer the customer an alternative',
    answer: choices({ outcome: oneOf('decline', 'review-again') }),
  },
  'chase-deposit': {
    role: 'sales-consultant',
    ladder: MANAGER,
    ruleIds: ['BAK-31'],
    zh: '催收预付款',
    en: 'Chase the prepayment',
    answer: choices({ outcome: oneOf('will-pay', 'cancel') }),
  },
} as const satisfies Record<string, BakeryTaskRule>;

/** What each of them is about. */
export interface IntakeContexts {
  readonly 'confirm-design': { readonly draft: number };
  readonly 'feasibility-review': {
    readonly highRisk: boolean;
    readonly deliveryAt: number;
    readonly urgency: Urgency;
    readonly version: number;
  };
  readonly 'chase-deposit': { readonly depositFen: number };
}
