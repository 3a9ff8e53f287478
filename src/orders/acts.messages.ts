import { PAYMENT_METHODS } from '../base/money';
import { fen, flag, id, instant, listOf, oneOf, optional, positiveFen, shape, token, under } from '../base/read';
import { deputyFor, said } from '../process/act-readers.messages';
import type { ActRows } from '../process/acts.messages';
import { hash, preview } from './act-readers.messages';
import {
  CORRECTABLE,
  type AddPhoto,
  type Cancel,
  type ConfirmDetails,
  type DecideChange,
  type Rate,
  type RecordCost,
  type RecordPayment,
  type RefreshPreview,
  type RequestChange,
} from './order.messages';
import { EXCEPTION_TYPES, type ReportException } from './exceptions.messages';

/** What an order of any kind can be asked. */
export interface OrderActs {
  requestChange: RequestChange;
  refreshPreview: RefreshPreview;
  decideChange: DecideChange;
  confirmDetails: ConfirmDetails;
  cancel: Cancel;
  recordPayment: RecordPayment;
  recordCost: RecordCost;
  reportException: ReportException;
  addPhoto: AddPhoto;
  rate: Rate;
}
declare module '../process/acts.messages' {
  interface ActMessages extends OrderActs {}
}

/** Characters of a photo's step. */
const STEP_LENGTH = 64;

/** BAK-04. The acts of an order. The API's role table and the order's own validators read these rows. */
export const ORDER_ACTS = {
  requestChange: {
    update: 'requestChange',
    roles: ['sales-consultant'],
    parties: ['customer'],
    ruleId: 'BAK-36',
    purse: 'spare',
    read: shape<RequestChange>({ ...preview, exceptionId: optional(id) }),
  },
  refreshPreview: {
    update: 'refreshPreview',
    roles: 'staff', // whoever may answer the decision's task
    parties: [],
    ruleId: 'BAK-37',
    purse: 'needed',
    read: shape<RefreshPreview>({ ...preview, deputyFor }),
  },
  decideChange: {
    update: 'decideChange',
    roles: ['store-manager'],
    parties: [],
    ruleId: 'BAK-37',
    purse: 'ending',
    read: shape<DecideChange>({ ...said, changeId: id, decision: oneOf('approve', 'reject'), previewHash: optional(hash) }),
  },
  confirmDetails: {
    update: 'confirmDetails',
    roles: [],
    parties: ['customer'],
    ruleId: 'BAK-45',
    purse: 'spare',
    read: shape<ConfirmDetails>({
      ...said,
      confirmed: flag,
      correctionId: optional(id),
      corrected: optional(listOf(oneOf(...CORRECTABLE), CORRECTABLE.length)),
    }),
  },
  cancel: {
    update: 'cancelOrder',
    roles: ['sales-consultant', 'store-manager'],
    parties: ['customer'],
    ruleId: 'BAK-39',
    purse: 'ending',
    decidedBy: 'store-manager',
    read: shape<Cancel>({ ...said, cause: oneOf('store', 'customer', 'neither'), refundFen: optional(under('BAK-40', fen)) }),
  },
  recordPayment: {
    update: 'recordPayment',
    roles: ['finance', 'sales-consultant'],
    parties: [],
    ruleId: 'BAK-32',
    purse: 'finishing',
    read: shape<RecordPayment>({
      ...said,
      paymentId: id,
      amountFen: positiveFen,
      method: oneOf(...PAYMENT_METHODS),
      receivedAt: instant,
    }),
  },
  recordCost: {
    update: 'recordCost',
    roles: ['production-supervisor', 'finance'],
    parties: [],
    ruleId: 'BAK-41',
    purse: 'spare',
    read: shape<RecordCost>({
      ...said,
      costId: id,
      cost: oneOf('ingredients', 'labour', 'packaging', 'delivery', 'waste'),
      amountFen: positiveFen,
    }),
  },
  reportException: {
    update: 'reportException',
    roles: 'staff',
    parties: [],
    ruleId: 'BAK-58',
    purse: 'needed',
    read: shape<ReportException>({
      ...said,
      exceptionId: id,
      type: oneOf(...EXCEPTION_TYPES),
      foundAt: instant,
      item: optional(id),
      photoId: optional(id),
    }),
  },
  addPhoto: {
    update: 'addPhoto',
    roles: 'staff', // whoever may take a photo of its step: `assertMayPhotograph`
    parties: [],
    ruleId: 'BAK-50',
    purse: 'finishing',
    read: shape<AddPhoto>({ ...said, photoId: id, step: token(STEP_LENGTH), takenAt: instant, deputyFor }),
  },
  rate: {
    update: 'rate',
    roles: [],
    parties: ['customer'],
    ruleId: 'BAK-82',
    purse: 'spare',
    read: shape<Rate>({ ...said, score: oneOf(1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5) }),
  },
} as const satisfies ActRows<OrderActs>;
