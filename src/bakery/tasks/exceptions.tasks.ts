import { id, instant, oneOf, optional, positiveFen } from '../../base/read';
import type { ExceptionType } from '../../orders/exceptions.messages';
import { choices } from '../../process/tasks/choices.rules';
import type { BakeryTaskRule } from './steps.rules';

const MANAGER = ['store-manager'] as const;

/** What goes wrong on the way (BAK-58 to 61, 76, 81, 86). */
export const EXCEPTION_TASKS = {
  'answer-exception': {
    role: 'production-supervisor',
    ladder: MANAGER,
    ruleIds: ['BAK-58', 'BAK-86'],
    zh: '处理异常',
    en: 'Answer the exception',
    about: ['exception'],
    movesMoney: true,
    answer: choices({
      outcome: oneOf('resolved', 'accept', 'replace', 'partial-refund', 'refuse', 'escalate'),
      refundFen: optional(positiveFen),
      /** BAK-76: the hour newly promised to the customer, when another one is made. */
      replacementAt: optional(instant),
    }),
  },
  'contact-supplier': {
    role: 'production-supervisor',
    ladder: MANAGER,
    ruleIds: ['BAK-59'],
    zh: '联系备选供应商',
    en: 'Contact a backup supplier',
    about: ['exception'],
    answer: choices({ result: oneOf('promised', 'refused'), supplier: id, promisedAt: optional(instant) }),
  },
  escalated: {
    role: 'store-manager',
    ladder: ['management'],
    ruleIds: ['BAK-61'],
    zh: '店长介入处理',
    en: 'Step in and decide',
    about: ['exception'],
    decides: true,
    yesNo: [{ decision: 'continue' }, { decision: 'rework' }],
    answer: choices({ decision: oneOf('continue', 'rework', 'change', 'cancel') }),
  },
  'committee-vote': {
    role: 'food-safety-committee',
    ladder: MANAGER,
    ruleIds: ['BAK-81'],
    zh: '食品安全委员会表决',
    en: 'Food-safety committee votes',
    about: ['exception'],
    membersOnly: true,
    votes: true,
    decides: true,
    yesNo: [{ vote: 'release' }, { vote: 'hold' }],
    answer: choices({ vote: oneOf('release', 'hold', 'destroy') }),
  },
} as const satisfies Record<string, BakeryTaskRule>;

/** What each of them is about. */
export interface ExceptionContexts {
  readonly 'answer-exception': {
    readonly exception: string;
    readonly type: ExceptionType;
    readonly item: string | null;
    /** BAK-76: what is wrong at receipt. */
    readonly photo?: string;
  };
  readonly 'contact-supplier': { readonly exception: string; readonly item: string };
  readonly escalated: { readonly exception: string; readonly type: ExceptionType; readonly item: string | null };
  readonly 'committee-vote': { readonly exception: string; readonly item: string | null; readonly round: number; readonly quorum: number };
}
