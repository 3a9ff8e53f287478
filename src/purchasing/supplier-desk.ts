import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { createGateway } from '../orders/gateway';
import { sourcingWorkflowId, SUPPLIER_ANSWERED } from './names.messages';
import type { SupplierDesk } from './ports.messages';
import type { SupplierAnswer } from './sourcing.messages';

/** The only way from HTTP to the search for a supplier (BAK-59). */
export function createSupplierDesk(client: Client): SupplierDesk {
  const { tell } = createGateway(client);
  return {
    answerSupplier: (exceptionId, answer) =>
      tell<void, SupplierAnswer>(sourcingWorkflowId(exceptionId), SUPPLIER_ANSWERED, randomUUID(), answer),
  };
}
