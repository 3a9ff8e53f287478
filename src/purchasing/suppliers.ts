import { sourcingWorkflowId } from './names.messages';
import type { SupplierAnswer } from './sourcing.messages';
import type { SupplierRequest, Suppliers } from './ports.messages';
import { SupplierServiceAnswer } from './supplier.schema';
import { shopTime, type ShopClock } from '../base/clock';
import { instantFault, promises } from '../base/instants';
import type { LetterFacts } from '../process/outbox/register.letters';
import type { Db } from '../platform/db/client';
import { createNoticeRepository } from '../process/outbox/notice.repository';
import { callOutside, type OutsideAnswer } from '../process/outbox/outside';
import { createSuppliers as createSupplierList, supplierDoor } from './supplier.repository';

const TIMEOUT_MS = 8000;
/** The workflow names a withdrawal after the contact it takes back. */
const WITHDRAWN = /\/withdrawn$/;

/** A supplier's service understood the question and will not take it; asking again changes nothing. */
export class SupplierRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SupplierRefused';
  }
}

/** Backup suppliers (BAK-59), each by its own door: a letter with an answer link, or its HTTP service. */
export function createSuppliers({
  db,
  clock,
  now = Date.now,
}: {
  readonly db: Db;
  readonly clock: ShopClock;
  readonly now?: () => number;
}): Suppliers {
  const queue = createNoticeRepository(db);

  async function write(
    template: 'supplier-request' | 'supplier-withdrawn',
    { contactId, supplierId, storeId, orderNumber: aboutOrder, exceptionId, item, expiresAt }: SupplierRequest,
  ): Promise<void> {
    const facts: LetterFacts[typeof template] = { item, exceptionId, supplierId, expiresAt };
    await queue.enqueue({
      id: contactId,
      processId: sourcingWorkflowId(exceptionId),
      storeId,
      aboutOrder,
      to: `supplier:${supplierId}`,
      template,
      facts: { ...facts },
      createdAt: shopTime(clock, now()),
      ruleId: 'BAK-59',
    });
  }

  /** The supplier's service address, or null when it is written to. */
  async function serviceOf(supplierId: string): Promise<string | null> {
    const door = await supplierDoor(db, supplierId);
    if (!door) throw new SupplierRefused(`There is no supplier ${supplierId}.`);
    if (door.channel === 'email') return null;
    if (!door.url) throw new SupplierRefused(`Supplier ${supplierId} has no address to ask at.`);
    return door.url;
  }

  return {
    ...createSupplierList(db),

    async ask(request) {
      const url = await serviceOf(request.supplierId);
      if (url !== null) return askService(url, request, shopTime(clock, now()));
      await write('supplier-request', request);
      return null;
    },

    async withdraw(request) {
      const url = await serviceOf(request.supplierId);
      if (url !== null) return withdrawAtService(url, request);
      // who has never been asked need not hear that nothing is needed
      const asked = request.contactId.replace(WITHDRAWN, '');
      if (!(await queue.recall(asked, shopTime(clock, now()), 'supplier.withdrawn'))) await write('supplier-withdrawn', request);
    },
  };
}

/** @throws {SupplierRefused} when it promises for a time that cannot be meant; its answer under the same key will be the same again. */
async function askService(
  url: string,
  { contactId, supplierId, orderNumber, item }: SupplierRequest,
  askedAt: number,
): Promise<SupplierAnswer> {
  const { text } = await call('POST', url, contactId, { contactId, item, order: orderNumber });
  const parsed = SupplierServiceAnswer.safeParse(parsedJson(text));
  if (!parsed.success) throw new Error('The supplier gave an answer that cannot be read.');
  const { available, promisedAt } = parsed.data;
  const isMeant = !available || promisedAt === undefined || promisedAt === null || instantFault(promisedAt, promises(askedAt)) === null;
  if (!isMeant) throw new SupplierRefused('The supplier promised for a time that has passed, or is more than a year away.');
  return { supplierId, available, promisedAt: available ? (promisedAt ?? null) : null };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A service that no longer knows the question has nothing to withdraw. */
async function withdrawAtService(url: string, { contactId, orderNumber, item }: SupplierRequest): Promise<void> {
  const asked = contactId.replace(WITHDRAWN, '');
  await call('DELETE', url, contactId, { contactId: asked, item, order: orderNumber }, [404, 410]);
}

/** @throws {SupplierRefused} on a 4xx; a plain error, to be tried again, on a 5xx, a redirect, a timeout or a closed door. */
async function call(
  method: 'POST' | 'DELETE',
  url: string,
  key: string,
  body: object,
  alsoFine: readonly number[] = [],
): Promise<OutsideAnswer> {
  const answer = await callOutside({ method, url, key, body, timeoutMs: TIMEOUT_MS });
  const { ok, status } = answer;
  if (ok || alsoFine.includes(status)) return answer;
  const said = `The supplier answered ${status}.`;
  throw status >= 400 && status < 500 && status !== 429 ? new SupplierRefused(said) : new Error(said);
}
