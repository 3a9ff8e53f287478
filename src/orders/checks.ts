import type { z } from 'zod';
import type { CancellationCheck, ChangeCheck, OrderCheck } from './checks.schema';
import type { Preview } from './change.repository';
import { assertRoom, roomOf } from './capacity';
import { kindOfOrder } from './define.order-kind';
import type { Judged } from './intake';
import type { Cancellation } from './order-acts.schema';
import type { OrderRecord } from './order-read.repository';
import type { NewOrder } from './order.schema';
import { refundFor } from './refunds.rules';
import type { Services } from './services';
import { momentView } from './views';
import type { Call } from '../platform/http/route';
import { deciderOf } from '../process/acts.messages';
import { readable, readerOf } from '../process/views';

/** What would follow, were a judged order taken now. @throws {Refusal} `day-full` when its day has no room (BAK-29). */
export async function orderCheck(
  services: Services,
  { order: { kind, facts, depositFen, intakeAt, storeId }, calendar, promised }: Judged,
  { body, language }: Pick<Call<unknown, unknown, NewOrder>, 'body' | 'language'>,
): Promise<OrderCheck> {
  const room = await roomOf(services.db, promised);
  assertRoom(promised, room, '/deliveryAt');
  const { agendaAhead, rulebook } = kindOfOrder(kind);
  const agenda = agendaAhead({ facts, takenAt: intakeAt }, rulebook.numbers(), calendar);
  const sure = new Set<string>(agenda(null).map(({ name }) => name));
  const reader = await readerOf(services, storeId, language);
  const { totalFen } = facts;
  return {
    kind,
    lines: body.lines,
    money: { totalFen, depositFen, receivedFen: 0, refundedFen: 0, outstandingFen: totalFen },
    moments: agenda(intakeAt).map((moment) => ({ ...momentView(moment, reader), supposed: !sure.has(moment.name) })),
    room: [...room.rooms],
  };
}

/** BAK-37. What a change would do. */
export const changeCheck = ({ number }: OrderRecord, { preview, previewHash }: Preview): ChangeCheck => ({
  order: number,
  preview: readable(preview, new Map()) as Record<string, unknown>,
  previewHash,
});

/** BAK-39…41. What a cancellation would give back, and who would still have to confirm it. */
export function cancellationCheck(
  { number, money, costsFen }: OrderRecord,
  {
    body: { cause, refundFen: decidedFen },
    by,
    language,
  }: Pick<Call<unknown, unknown, z.output<typeof Cancellation>>, 'body' | 'by' | 'language'>,
): CancellationCheck {
  const { refundFen, ruleId: rule, lines } = refundFor(cause, money, costsFen, decidedFen);
  return {
    order: number,
    cause,
    refund: { refundFen, rule, lines: lines.map(({ key, amountFen, ...words }) => ({ key, amountFen, text: words[language] })) },
    confirmedBy: deciderOf('cancel', by),
  };
}
