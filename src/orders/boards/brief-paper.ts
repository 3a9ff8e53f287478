import { localTime } from '../../base/calendar';
import type { Answer } from '../../platform/http/route';
import { printPaper } from '../../platform/papers/print';
import type { Block } from '../../platform/papers/paper';
import { ROLE_NAMES } from '../../platform/words/names';
import { yes } from '../../process/outbox/letter.letters';
import type { Phrasing } from '../../process/outbox/phrasing';
import { sizeOf } from '../letters/changes';
import { phrasingFor } from '../goods';
import { printed } from '../papers/papers';
import type { Services } from '../services';
import { PAPER_NAMES, PAPER_WORDS } from '../words/papers';
import type { DayBoard } from './boards.schema';
import { dayBoard } from './day';
import type { BoardCall } from './on-board';

/** BAK-43. The brief of a day on one sheet: its orders, what is watched of them, what is late, who is away, and room for notes. */
export async function briefPaper(services: Services, call: BoardCall, date?: string): Promise<Answer> {
  const { storeId } = call.staff;
  const [board, shop, calendar, p] = await Promise.all([
    dayBoard(services, call, date),
    services.people.store(storeId),
    services.calendars.calendarOf(storeId),
    phrasingFor(services, storeId, call.language),
  ]);
  const timeOf = (instant: string): string => localTime(calendar, Date.parse(instant));
  const body = await printPaper({
    size: 'a4',
    title: `${p.named(PAPER_NAMES.brief)} ${board.date}`,
    language: call.language,
    writtenAt: call.now,
    onePage: true,
    ...(shop && { header: shop.name }),
    footer: p.say(p.named(PAPER_WORDS.printedAt), { at: p.when(call.now) }),
    blocks: [{ kind: 'title', text: p.named(PAPER_NAMES.brief), note: board.date }, ...briefBlocks(board, timeOf, p)],
  });
  return printed(`brief-${board.date}`, body);
}

/** The hour of an instant by the store's clock: its day stands above. */
type SayTime = (instant: string) => string;

/** All that the meeting talks of; what there is none of says so, so that nobody looks for it. */
function briefBlocks(board: DayBoard, timeOf: SayTime, p: Phrasing): Block[] {
  const word = (name: keyof typeof PAPER_WORDS): string => p.named(PAPER_WORDS[name]);
  const part = (heading: keyof typeof PAPER_WORDS, blocks: readonly Block[]): Block[] => [
    { kind: 'heading', text: word(heading) },
    ...(blocks.length > 0 ? blocks : [{ kind: 'text' as const, text: word('nothing'), tone: 'quiet' as const }]),
  ];
  const { orders, totals, late, away, more } = board;
  return [
    ...part('totals', totals.length === 0 ? [] : [{ kind: 'text', text: totalsIn(totals, p), bold: true }]),
    ...part('deliveries', orders.length === 0 ? [] : [ordersTable(orders, timeOf, p)]),
    ...(more ? [{ kind: 'text' as const, text: word('moreOrders') }] : []),
    ...part('risks', risksOf(orders, p)),
    ...part('lateSteps', late.length === 0 ? [] : [lateTable(late, p)]),
    ...part('away', away.length === 0 ? [] : [{ kind: 'list', items: away.map((person) => absence(person, p)) }]),
    { kind: 'heading', text: word('notes') },
    { kind: 'room', height: 24 },
  ];
}

const totalsIn = (totals: DayBoard['totals'], p: Phrasing): string =>
  p.list(
    totals.map(({ product, size, quantity }) =>
      [p.name('product', product), ...(size === null ? [] : [sizeOf(size, p)]), `× ${quantity}`].join(' '),
    ),
  );

const ordersTable = (orders: DayBoard['orders'], timeOf: SayTime, p: Phrasing): Block => ({
  kind: 'table',
  columns: [
    { head: p.named(PAPER_WORDS.hour), share: 2 },
    { head: p.named(PAPER_WORDS.number), share: 3 },
    { head: p.named(PAPER_WORDS.goods), share: 6 },
    { head: p.named(PAPER_WORDS.watch), share: 5 },
  ],
  rows: orders.map(({ deliveryAt, number, title, method, allergens, requirements, highRisk, late }) => [
    timeOf(deliveryAt),
    `${number}\n${p.name('method', method)}`,
    title,
    p.list([
      ...(late === null ? [] : [p.named(PAPER_WORDS.late)]),
      ...(highRisk ? [p.named(PAPER_WORDS.highRisk)] : []),
      ...requirements.map((tag) => p.name('requirement', tag)),
      ...allergens.map((tag) => p.name('allergen', tag)),
    ]),
  ]),
});

/** BAK-30. Of each order that is watched, its tracking sheet. */
const risksOf = (orders: DayBoard['orders'], p: Phrasing): Block[] =>
  orders.flatMap(({ number, title, trackingSheet }): Block[] => {
    if (!trackingSheet) return [];
    const { risks, mitigations, owner, checkpoints } = trackingSheet;
    const rows = [
      { label: p.named(PAPER_WORDS.risk), value: risks, strong: true },
      { label: p.named(PAPER_WORDS.mitigation), value: mitigations },
      { label: p.named(PAPER_WORDS.owner), value: owner?.name ?? '' },
      { label: p.named(PAPER_WORDS.checkpoints), value: p.list(checkpoints) },
    ];
    return [
      { kind: 'text', text: `${number} ${title}`, bold: true },
      { kind: 'rows', rows: rows.filter(({ value }) => value !== '') },
    ];
  });

const lateTable = (late: DayBoard['late'], p: Phrasing): Block => ({
  kind: 'table',
  columns: [
    { head: p.named(PAPER_WORDS.number), share: 3 },
    { head: p.named(PAPER_WORDS.step), share: 5 },
    { head: p.named(PAPER_WORDS.due), share: 4 },
    { head: p.named(PAPER_WORDS.who), share: 4 },
  ],
  rows: late.map(({ order, title, dueAt, assignee, role }) => [
    order ?? '',
    title,
    dueAt === null ? '' : p.shortWhen(Date.parse(dueAt)),
    assignee?.name ?? p.named(ROLE_NAMES[role]),
  ]),
});

/** Who is away, and who stands in for them. */
const absence = ({ name, roles, deputy }: DayBoard['away'][number], p: Phrasing): string =>
  p.say(p.named(PAPER_WORDS.absent), {
    name,
    roles: p.list(roles.map((role) => p.named(ROLE_NAMES[role]))),
    hasDeputy: yes(deputy),
    deputy: deputy?.name ?? '',
  });
