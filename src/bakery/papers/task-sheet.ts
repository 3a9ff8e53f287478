import type { FieldError } from '../../base/faults';
import type { Block } from '../../platform/papers/paper';
import type { Phrasing } from '../../process/outbox/phrasing';
import type { Names } from '../../process/views';
import { piecesOf, sizeOf } from '../../orders/letters/changes';
import { LABELS } from '../../orders/letters/words';
import type { LineRecord, OrderRecord } from '../../orders/order-read.repository';
import { allergenBlock, needsOf } from '../../orders/papers/on-paper';
import type { OrderPaper, Written } from '../../orders/papers/order-paper';
import { stillMade } from '../../orders/papers/still-made';
import type { Services } from '../../orders/services';
import { STAGE_NAMES } from '../../orders/words/lists';
import { KEY_STEPS, productKeySteps } from '../products.rules';
import { BAKERY_PAPER_NAMES, BAKERY_PAPER_WORDS } from './words';

/** Who signed for the version that stands, and when; null while nobody has. */
type Signed = { readonly by: string; readonly at: number } | null;

/** BAK-44. 《生产任务单》 of the version that stands: what is made and how, by when, who does it, and the line on which its baker signs. */
export const TASK_SHEET: OrderPaper = {
  names: BAKERY_PAPER_NAMES.sheet,
  reader: 'staff',
  async prepare(services, order) {
    const unplanned: FieldError = { pointer: '/order/plannedStartAt', code: 'lacks-planned-start', rule: 'BAK-44' };
    const signed = await signedFor(services, order);
    const names = await services.people.namesOf([
      ...order.stages.flatMap(({ assignee }) => assignee ?? []),
      ...(signed ? [signed.by] : []),
    ]);
    return {
      lacks: [...stillMade(order), ...(order.plannedStartAt === null ? [unplanned] : [])],
      write: (p) => written(order, signed, names, p),
    };
  },
};

async function signedFor(services: Services, { processId, number, version }: OrderRecord): Promise<Signed> {
  const sheets = await services.tasks.ofKinds(new Map([[processId, number]]), ['sign-task-sheet']);
  const [answer] = sheets.flatMap(({ answers }) => answers.filter(({ choices }) => choices['version'] === version));
  return answer?.by.id === undefined ? null : { by: answer.by.id, at: answer.at };
}

function written(order: OrderRecord, signed: Signed, names: Names, p: Phrasing): Written {
  const { number, version, lines, risk, urgency } = order;
  const word = (name: keyof typeof BAKERY_PAPER_WORDS): string => p.named(BAKERY_PAPER_WORDS[name]);
  const warnings = [...(urgency === 'rush' ? [word('rush')] : []), ...(risk ? [word('highRisk')] : [])];
  const needs = needsOf(lines, p);
  return {
    size: 'a4',
    blocks: [
      {
        kind: 'title',
        text: p.named(BAKERY_PAPER_NAMES.sheet),
        note: p.say(word('version'), { order: number, version }),
      },
      ...(warnings.length > 0 ? [{ kind: 'text' as const, text: warnings.join(' · '), bold: true as const, size: 1.2 }] : []),
      allergenBlock(lines, p),
      ...(needs === ''
        ? []
        : [
            {
              kind: 'text' as const,
              text: `${p.named(LABELS.requirements)}${p.locale.lists.colon}${needs}`,
              bold: true as const,
              size: 1.3,
            },
          ]),
      { kind: 'heading', text: word('lines') },
      linesTable(lines, p),
      { kind: 'heading', text: word('keySteps') },
      { kind: 'checks', items: productKeySteps(lines).map((step) => p.named(KEY_STEPS[step])) },
      { kind: 'heading', text: word('deadlines') },
      deadlines(order, names, p),
      { kind: 'room', height: 6 },
      {
        kind: 'signature',
        label: word('signature'),
        ...(signed && { value: p.say(word('signed'), { name: names.get(signed.by) ?? signed.by, at: p.when(signed.at) }) }),
      },
      { kind: 'signature', label: word('supervisor') },
    ],
  };
}

/** What is made, without its price: whoever makes it need not know that. */
const linesTable = (lines: readonly LineRecord[], p: Phrasing): Block => ({
  kind: 'table',
  columns: [
    { head: p.named(LABELS.product), share: 3 },
    { head: p.named(LABELS.quantity), share: 1.6, align: 'right' },
    { head: p.named(LABELS.flavour), share: 2.4 },
    { head: p.named(LABELS.size), share: 2 },
    { head: p.named(LABELS.requirements), share: 2.4 },
    { head: p.named(LABELS.allergens), share: 2.6 },
    { head: p.named(LABELS.note), share: 3.4 },
  ],
  rows: lines.map((line) => [
    p.name('product', line.product),
    piecesOf(line, p),
    line.flavour ?? '',
    line.size === undefined ? '' : sizeOf(line.size, p),
    needsOf([line], p),
    p.list(line.allergens.map((tag) => p.name('allergen', tag))),
    line.note ?? '',
  ]),
});

/** The hours that hold for it, and who answers for each. */
function deadlines({ stages, plannedStartAt, deliveryAt, delivery }: OrderRecord, names: Names, p: Phrasing): Block {
  const word = (name: keyof typeof BAKERY_PAPER_WORDS): string => p.named(BAKERY_PAPER_WORDS[name]);
  const at = (instant: number | null): string => (instant === null ? '' : p.when(instant));
  return {
    kind: 'table',
    columns: [
      { head: word('stage'), share: 3 },
      { head: word('due'), share: 5 },
      { head: word('responsible'), share: 4 },
    ],
    rows: [
      [word('start'), at(plannedStartAt), ''],
      ...stages
        .filter(({ applicable }) => applicable)
        .map(({ stage, dueAt, assignee }) => [
          p.named(STAGE_NAMES[stage]),
          at(dueAt),
          assignee === null ? word('nobody') : (names.get(assignee) ?? assignee),
        ]),
      [word('promised'), at(deliveryAt), p.name('method', delivery.method)],
    ],
  };
}
