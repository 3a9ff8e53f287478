import { Refusal } from '../../src/base/refusals';
import { assertOpen, firstShut, shutOf, type Gate } from '../../src/process/gates.rules';
import { GATES, MOVES, shutAhead, type GateFacts, type Move } from '../../src/bakery/gates.rules';
import { faultText } from '../../src/platform/words/faults';
import { instantsIn } from '../../src/platform/words/instants';

/** An order in the middle of its making, that nothing holds up. */
const allWell = (own: Partial<GateFacts> = {}): GateFacts => ({
  state: 'making',
  version: 2,
  openTasks: [],
  prepaymentGapFen: 0,
  sheetSigned: true,
  reviewPending: false,
  allergenPending: false,
  qualityPassed: true,
  changesPending: false,
  heldByCommittee: false,
  managerUndecided: false,
  exceptionOpen: false,
  receiptProblemOpen: false,
  outstandingFen: 0,
  visitAhead: false,
  ...own,
});

/** How a move was refused, or null. */
function refusedFor(move: Move, facts: GateFacts): { code: string; rule: string | undefined; why: string } | null {
  try {
    assertOpen<GateFacts>(GATES[move], facts);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.code, rule: error.more.rule, why: error.why.code };
  }
}

/** Each gate: what shuts it, by which rule it refuses, which moves it stands before, and its words. */
const CASES: readonly (readonly [code: string, rule: string, shuts: Partial<GateFacts>, moves: readonly Move[], zh: string, en: string])[] =
  [
    [
      'prepayment-missing',
      'BAK-31',
      { prepaymentGapFen: 8_640 },
      ['accept', 'begin-making'],
      '预付款尚缺 ¥86.40。',
      '¥86.40 of the prepayment are missing.',
    ],
    [
      'materials-unsettled',
      'BAK-48',
      { openTasks: ['materials-settled'] },
      ['begin-making'],
      '备料尚未安排。',
      'The materials are not settled.',
    ],
    [
      'materials-incomplete',
      'BAK-47',
      { openTasks: ['materials-complete'] },
      ['begin-making'],
      '原料尚未到齐。',
      'Not all materials are in.',
    ],
    [
      'sheet-unsigned',
      'BAK-44',
      { sheetSigned: false },
      ['begin-making', 'finish-making', 'leave-making', 'pack'],
      '第 2 版生产任务单尚未签收。',
      'Version 2 of the task sheet is not signed.',
    ],
    [
      'review-pending',
      'BAK-38',
      { reviewPending: true },
      ['begin-making', 'leave-making', 'pack'],
      '调整后的可行性审核尚未决定。',
      'The feasibility of the change is not decided.',
    ],
    [
      'allergen-unacknowledged',
      'BAK-38',
      { allergenPending: true },
      ['begin-making', 'leave-making', 'pack'],
      '顾客尚未确认新增的过敏原。',
      'The customer has not acknowledged the added allergen.',
    ],
    [
      'quality-unpassed',
      'BAK-51',
      { qualityPassed: false },
      ['pack'],
      '装饰后的质量检查尚未合格。',
      'The check after decoration has not passed.',
    ],
    [
      'change-undecided',
      'BAK-37',
      { changesPending: true },
      ['pack', 'close'],
      '有调整申请尚未决定。',
      'A change that was asked for is not decided.',
    ],
    [
      'held-by-committee',
      'BAK-81',
      { heldByCommittee: true },
      ['begin-making', 'leave-making', 'leave-decoration', 'conclude-check', 'pack', 'make-ready', 'dispatch', 'hand-over'],
      '食品安全委员会已暂停此订单。',
      'The food-safety committee holds the order.',
    ],
    [
      'manager-undecided',
      'BAK-61',
      { managerUndecided: true },
      ['begin-making', 'leave-making', 'leave-decoration', 'conclude-check', 'pack', 'make-ready', 'dispatch', 'hand-over'],
      '店长已介入，尚未决定。',
      'The store manager has stepped in and not decided yet.',
    ],
    [
      'receipt-problem-open',
      'BAK-76',
      { receiptProblemOpen: true },
      ['hand-over'],
      '签收异常尚未处理，须先有结果。',
      'A problem at receipt is open; its outcome comes first.',
    ],
    ['balance-open', 'BAK-77', { outstandingFen: 20_160 }, ['close'], '尾款 ¥201.60 尚未结清。', 'The balance of ¥201.60 is not settled.'],
    ['visit-ahead', 'AFT-88', { visitAhead: true }, ['close'], '尚未回访顾客。', 'The customer is still to be visited.'],
    ['exception-open', 'BAK-02', { exceptionOpen: true }, ['close'], '有异常尚未处理完毕。', 'An exception is open.'],
    ['task-open', 'BAK-02', { openTasks: ['settle-balance'] }, ['close'], '有任务尚未完成。', 'A task is open.'],
  ];
const EVERY_MOVE: readonly Move[] = [
  'accept',
  'begin-making',
  'finish-making',
  'leave-making',
  'leave-decoration',
  'conclude-check',
  'pack',
  'make-ready',
  'dispatch',
  'hand-over',
  'close',
];

describe('every gate of an order refuses by its rule, and lets through what has all it needs', () => {
  test.each(CASES)('%s: %s refuses its own moves, and no other', (code, rule, shuts, moves) => {
    const facts = allWell(shuts);
    for (const move of moves) expect([move, refusedFor(move, facts)]).toEqual([move, { code: 'not-in-this-state', rule, why: code }]);
    expect(EVERY_MOVE.filter((move) => refusedFor(move, facts)?.why === code)).toEqual(moves);
  });

  test.each(EVERY_MOVE)('%s is let through when nothing is missing', (move) => {
    expect(refusedFor(move, allWell())).toBeNull();
  });

  test.each(CASES)('%s is said in Chinese and in English', (_code, _rule, shuts, [move], zh, en) => {
    const why = firstShut<GateFacts>(GATES[move as Move], allWell(shuts))?.why;
    if (!why) throw new Error('the gate is open');
    const said = (['zh', 'en'] as const).map((language) => faultText(why, { language, when: instantsIn(language, 'Asia/Shanghai') }));
    expect(said).toEqual([zh, en]);
  });

  test('no gate and no move is left out of the cases above', () => {
    expect(Object.keys(GATES)).toEqual(EVERY_MOVE);
    expect(Object.keys(MOVES)).toEqual(EVERY_MOVE);
    expect([...new Set(Object.values(GATES).flatMap((gates) => gates.map(({ code }) => code)))].sort()).toEqual(
      CASES.map(([code]) => code).sort(),
    );
  });
});

describe('of several gates that are shut, the first refuses', () => {
  test('the committee before a problem at receipt, and both before the store manager', () => {
    const facts = allWell({ heldByCommittee: true, managerUndecided: true, receiptProblemOpen: true });
    expect(refusedFor('hand-over', facts)?.rule).toBe('BAK-81');
    expect(refusedFor('hand-over', { ...facts, heldByCommittee: false })?.rule).toBe('BAK-76');
    expect(refusedFor('dispatch', { ...facts, heldByCommittee: false })?.rule).toBe('BAK-61');
  });

  test('whatever the rows look at: of a shed with one door too few, the second row is shut', () => {
    const gates: readonly Gate<{ readonly doors: number }>[] = [
      { code: 'blank', ruleId: 'X-1', holds: ({ doors }) => doors > 0, zh: '', en: '' },
      { code: 'too-few', ruleId: 'X-2', holds: ({ doors }) => doors > 1, params: () => ({ min: 2 }), zh: '', en: '' },
    ];
    expect(shutOf(gates, { doors: 0 })).toEqual([
      { rule: 'X-1', why: { code: 'blank' } },
      { rule: 'X-2', why: { code: 'too-few', params: { min: 2 } } },
    ]);
    expect(firstShut(gates, { doors: 1 })).toEqual({ rule: 'X-2', why: { code: 'too-few', params: { min: 2 } } });
    expect(firstShut(gates, { doors: 2 })).toBeUndefined();
  });
});

describe('every move of an order that has a gate shows what is missing', () => {
  const missing = (own: Partial<GateFacts>): string[] =>
    shutAhead(allWell(own)).map(({ move, rule, why }) => `${move} ${rule} ${why.code}`);

  test.each<[Move, Partial<GateFacts>, string[]]>([
    ['accept', { state: 'awaiting-deposit', prepaymentGapFen: 1 }, ['accept BAK-31 prepayment-missing']],
    ['begin-making', { state: 'materials', allergenPending: true }, ['begin-making BAK-38 allergen-unacknowledged']],
    [
      'finish-making',
      { state: 'making', openTasks: ['making-done'], sheetSigned: false, reviewPending: true },
      ['finish-making BAK-44 sheet-unsigned', 'leave-making BAK-38 review-pending'],
    ],
    ['leave-making', { state: 'making', sheetSigned: false }, ['leave-making BAK-44 sheet-unsigned']],
    ['leave-decoration', { state: 'decoration', managerUndecided: true }, ['leave-decoration BAK-61 manager-undecided']],
    [
      'conclude-check',
      { state: 'final-check', heldByCommittee: true, qualityPassed: false },
      ['conclude-check BAK-81 held-by-committee', 'pack BAK-51 quality-unpassed'],
    ],
    [
      'pack',
      { state: 'final-check', changesPending: true, heldByCommittee: true },
      ['pack BAK-37 change-undecided', 'pack BAK-81 held-by-committee'],
    ],
    ['make-ready', { state: 'packing', heldByCommittee: true }, ['make-ready BAK-81 held-by-committee']],
    ['dispatch', { state: 'ready', openTasks: ['dispatch-check'], heldByCommittee: true }, ['dispatch BAK-81 held-by-committee']],
    ['hand-over', { state: 'out-for-delivery', receiptProblemOpen: true }, ['hand-over BAK-76 receipt-problem-open']],
    [
      'hand-over at the counter',
      { state: 'ready', openTasks: ['hand-over'], receiptProblemOpen: true },
      ['hand-over BAK-76 receipt-problem-open'],
    ],
    ['close', { state: 'delivered', outstandingFen: 1, visitAhead: true }, ['close BAK-77 balance-open', 'close AFT-88 visit-ahead']],
    ['close a cancelled order', { state: 'cancelled', openTasks: ['refund'] }, ['close BAK-02 task-open']],
    ['close a declined order', { state: 'declined', openTasks: ['refund'] }, ['close BAK-02 task-open']],
  ] as [Move, Partial<GateFacts>, string[]][])('%s', (_move, facts, expected) => {
    expect(missing(facts)).toEqual(expected);
    const { state, openTasks = [] } = facts;
    if (!openTasks.includes('refund')) expect(missing({ state: state ?? 'making', openTasks })).toEqual([]);
  });

  test('what only a later move asks for is not shown yet', () => {
    expect(missing({ state: 'materials', qualityPassed: false, outstandingFen: 20_160, visitAhead: true })).toEqual([]);
    expect(missing({ state: 'closed', visitAhead: true, openTasks: ['refund'] })).toEqual([]);
  });
});

test('BAK-31 BAK-77 a single fen that is missing shuts its gate, nothing missing or too much paid opens it', () => {
  const shuts = (move: Move, field: 'prepaymentGapFen' | 'outstandingFen') =>
    [-1, 0, 1].map((fen) => refusedFor(move, allWell({ [field]: fen }))?.rule ?? null);
  expect(shuts('accept', 'prepaymentGapFen')).toEqual([null, null, 'BAK-31']);
  expect(shuts('close', 'outstandingFen')).toEqual([null, null, 'BAK-77']);
});
