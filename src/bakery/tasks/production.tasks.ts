import { flag, id, listOf, oneOf, optional, whole } from '../../base/read';
import { choices } from '../../process/tasks/choices.rules';
import type { CallReason } from '../../orders/calls.messages';
import { KEY_STEP_IDS, type KeyStep } from '../products.rules';
import { MOST_LINES, type BakeryTaskRule } from './steps.rules';

const MANAGER = ['store-manager'] as const;
const PRODUCTION = ['production-supervisor', 'store-manager'] as const;
const SERVICE = ['customer-service', 'store-manager'] as const;

const yes = oneOf<true>(true);

/** From the materials to the finished decoration (BAK-42 to 57), and the telephone. */
export const PRODUCTION_TASKS = {
  'materials-settled': {
    role: 'production-supervisor',
    ladder: MANAGER,
    ruleIds: ['BAK-48'],
    zh: '备料安排',
    en: 'Settle the materials',
    step: 'materials',
    answer: choices({ lines: listOf(choices({ item: id, source: oneOf('stock', 'purchase') }), MOST_LINES, 1) }),
  },
  'materials-complete': {
    role: 'production-supervisor',
    ladder: MANAGER,
    ruleIds: ['BAK-47'],
    zh: '原料到齐',
    en: 'Have all materials in',
    step: 'materials',
    answer: choices({ complete: yes }),
  },
  'sign-task-sheet': {
    role: 'baker',
    ladder: PRODUCTION,
    ruleIds: ['BAK-44'],
    zh: '签收生产任务单',
    en: 'Sign the production task sheet',
    bench: 'making',
    step: 'making',
    dueBy: { due: 'planned-start' },
    answer: choices({ signed: yes, version: whole(0) }),
  },
  'telephone-customer': {
    role: 'sales-consultant',
    ladder: SERVICE,
    ruleIds: ['BAK-08', 'BAK-45', 'BAK-60'],
    zh: '电话联系顾客',
    en: 'Telephone the customer',
    about: ['why', 'exception'],
    answer: choices({ reached: flag }),
  },
  'making-done': {
    role: 'baker',
    ladder: PRODUCTION,
    ruleIds: ['BAK-46'],
    zh: '制作完成',
    en: 'Finish making',
    bench: 'making',
    step: 'making',
    photographed: 'keySteps',
    answer: choices({ done: yes }),
  },
  'daily-photos': {
    role: 'baker',
    ladder: PRODUCTION,
    ruleIds: ['BAK-49', 'BAK-50'],
    zh: '上传当日关键步骤照片',
    en: "Upload the day's key-step photos",
    bench: 'making',
    about: ['day'],
    photographed: 'missing',
    settledByPhotos: KEY_STEP_IDS,
    /** BAK-49: which key steps were worked on the day. */
    answer: choices({ worked: flag, steps: optional(listOf(oneOf(...KEY_STEP_IDS), MOST_LINES)) }),
  },
  'quality-check': {
    role: 'qc-inspector',
    ladder: PRODUCTION,
    ruleIds: ['BAK-51'],
    zh: '质量抽检',
    en: 'Check quality',
    bench: 'quality',
    about: ['day', 'final'],
    step: 'quality-check',
    yesNo: [{ result: 'pass' }, { result: 'fail' }],
    answer: choices({ result: oneOf('pass', 'fail', 'not-sampled') }),
  },
  'decoration-done': {
    role: 'baker',
    ladder: PRODUCTION,
    ruleIds: ['BAK-52'],
    zh: '装饰完成并留底照片',
    en: 'Finish decoration, photo kept',
    bench: 'decoration',
    alsoTell: ['sales-consultant'],
    step: 'decoration',
    dueBy: { due: 'decoration-due', remind: 'decoration-remind' },
    photos: { photoId: 'decoration' },
    answer: choices({ photoId: id }),
  },
} as const satisfies Record<string, BakeryTaskRule>;

/** What each of them is about. */
export interface ProductionContexts {
  readonly 'sign-task-sheet': { readonly version: number; readonly planVersion: number };
  readonly 'telephone-customer': {
    readonly why: CallReason;
    readonly exception?: string;
    readonly change?: string;
    readonly option?: string;
    /** The letter that did not arrive. */
    readonly notice?: string;
    readonly template?: string;
  };
  readonly 'making-done': { readonly version: number; readonly keySteps: readonly KeyStep[] };
  readonly 'daily-photos': {
    /** Store date `YYYY-MM-DD`. */
    readonly day: string;
    readonly photographed: readonly KeyStep[];
    readonly missing: readonly KeyStep[];
    /** Production has ended: what counts is every day of it. */
    readonly over?: true;
  };
  /** The one after decoration, and the sample of a production day. */
  readonly 'quality-check':
    { readonly final: true; readonly version: number } | { readonly final?: never; readonly day: string; readonly mustSample: boolean };
}
