import { PAYMENT_METHODS } from '../../base/money';
import { fen, flag, id, listOf, oneOf, optional, token, under, whole, type Reader } from '../../base/read';
import { ROLES } from '../../base/roles';
import { choices } from '../../process/tasks/choices.rules';
import type { packingLines } from '../packing.rules';
import { MOST_LINES, ORDER_NUMBER_LENGTH, type BakeryTaskRule } from './steps.rules';

const MANAGER = ['store-manager'] as const;
const PRODUCTION = ['production-supervisor', 'store-manager'] as const;

const orderNumber = token(ORDER_NUMBER_LENGTH);
const yes = oneOf<true>(true);

/** AFT-89. How a customer is followed up: by telephone, SMS or questionnaire, or visited. */
export const FOLLOW_UP_METHODS = ['telephone', 'sms', 'questionnaire', 'visit'] as const;
/** Every attempt has one; an answer that has none is refused beside the other attempts, in the words of its rule. */
const followUpMethod: Reader<(typeof FOLLOW_UP_METHODS)[number]> = optional(under('AFT-89', oneOf(...FOLLOW_UP_METHODS)));

/** From the packing to the visit after it (BAK-62 to 80, AFT-88 to 91). */
export const DELIVERY_TASKS = {
  'packing-checklist': {
    role: 'packer',
    ladder: PRODUCTION,
    ruleIds: ['BAK-62', 'BAK-63', 'BAK-64', 'BAK-65', 'BAK-66', 'BAK-67', 'BAK-68', 'BAK-69'],
    zh: '打包核对',
    en: 'Complete the packing checklist',
    bench: 'packing',
    step: 'packing',
    photos: { labelPhotoId: 'fragile-label' },
    answer: choices({ lines: listOf(id, MOST_LINES), orderNumber, productionDate: optional(id), labelPhotoId: optional(id) }),
  },
  'dispatch-check': {
    role: 'delivery-staff',
    ladder: PRODUCTION,
    ruleIds: ['BAK-70', 'BAK-71', 'BAK-73'],
    zh: '发车检查',
    en: 'Check vehicle and route',
    bench: 'delivery',
    alsoTell: ['sales-consultant'],
    step: 'delivery',
    dueBy: { due: 'dispatch-due', remind: 'dispatch-remind' },
    answer: choices({
      vehicle: yes,
      route: yes,
      vest: yes,
      weather: oneOf('fair', 'severe'),
      backupPlan: optional(oneOf('earlier-departure', 'other-vehicle', 'other-route', 'pick-up')),
      orderNumber,
    }),
  },
  'hand-over': {
    role: 'delivery-staff',
    ladder: PRODUCTION,
    ruleIds: ['BAK-75'],
    zh: '交付签收',
    en: 'Hand over: signature and photo',
    bench: 'delivery',
    step: 'delivery',
    photos: { photoId: 'hand-over', signatureId: 'signature' },
    answer: choices({
      photoId: id,
      signatureId: id,
      /** BAK-69: somebody else than the expected signee signed; who and why stay in the records. */
      signeeIsOther: optional(flag),
    }),
  },
  'settle-balance': {
    role: 'finance',
    ladder: MANAGER,
    ruleIds: ['BAK-77'],
    zh: '结清尾款',
    en: 'Settle the balance',
    alsoTell: ['sales-consultant'],
    movesMoney: true,
    answer: choices({ amountFen: fen, method: oneOf(...PAYMENT_METHODS) }),
  },
  'follow-up-visit': {
    role: 'customer-service',
    ladder: MANAGER,
    ruleIds: ['AFT-88', 'AFT-89', 'AFT-90', 'AFT-91'],
    zh: '顾客回访',
    en: 'Visit the customer',
    answer: choices({
      reached: flag,
      method: followUpMethod,
      satisfaction: optional(whole(1, 5)),
      department: optional(oneOf(...ROLES)),
    }),
  },
} as const satisfies Record<string, BakeryTaskRule>;

/** What each of them is about. */
export interface DeliveryContexts {
  readonly 'packing-checklist': { readonly version: number; readonly lines: ReturnType<typeof packingLines> };
  readonly 'dispatch-check': { readonly version: number };
  readonly 'hand-over': { readonly version: number; readonly balanceFen: number };
  readonly 'settle-balance': { readonly outstandingFen: number };
  /** `methods` are those of the attempts before. */
  readonly 'follow-up-visit': {
    readonly attempt: number;
    readonly methods: readonly string[];
    readonly deliveredAt: number | null;
    readonly rated: number | null;
  };
}
