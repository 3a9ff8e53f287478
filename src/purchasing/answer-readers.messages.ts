import { flag, id, instant, orNull, shape } from '../base/read';
import { actor } from '../process/act-readers.messages';
import type { HandContact, SupplierAnswer } from './sourcing.messages';

const answered = { supplierId: id, available: flag, promisedAt: orNull(instant) };
/** BAK-59. A supplier's answer, and what the supervisor heard of one. */
export const supplierAnswer = shape<SupplierAnswer>(answered);
export const handContact = shape<HandContact>({ ...answered, by: actor });
