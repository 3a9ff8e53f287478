import type { z } from 'zod';
import type { ExceptionRecord } from '../orders/exception-read.repository';
import type { OrderRecord } from '../orders/order-read.repository';
import type { Services } from '../orders/services';
import { iso, isoOrNull } from '../platform/http/iso';
import type { PartyLink } from '../platform/links/link';
import { shopContact } from '../process/links/shop-contact';
import { questionOf, type Question } from './question-link';
import type { QuestionView } from './question.schema';

/** BAK-59. A question with what it is about. */
export interface Asked extends Question {
  readonly exception: ExceptionRecord;
  readonly order: OrderRecord;
}

/** The question that a link opens; null for a link to something else. */
export async function questionBehind(services: Services, link: PartyLink): Promise<Asked | null> {
  const question = questionOf(link);
  const exception = question && (await services.exceptions.find(question.exceptionId));
  const order = exception && (await services.orders.find(exception.orderNumber));
  return order && { ...question, exception, order };
}

/** BAK-59. Whether the question is answered, withdrawn or lapsed. */
export async function isAnswered(services: Services, { exceptionId, supplierId }: Question): Promise<boolean> {
  const contact = await services.exceptions.contact(exceptionId, supplierId);
  return contact !== null && contact.result !== 'asked';
}

/** What the supplier sees of it. A settled question is nobody's to read any more. */
export async function questionStatus(
  services: Services,
  { exception, order, ...question }: Asked,
  link: PartyLink,
): Promise<z.infer<typeof QuestionView>> {
  const answered = await isAnswered(services, question);
  return {
    scope: 'supplier',
    item: answered ? null : exception.item,
    neededBy: answered ? null : isoOrNull(order.plannedStartAt),
    answered,
    contact: shopContact(await services.people.store(order.storeId)),
    expiresAt: iso(link.exp),
  };
}
