import { bitesIn, broken } from '../../tools/bite/bites';
import { idsOfComment } from '../../tools/bite/rule-ids';

const idsOf = (text: string) => bitesIn([{ file: 'rows.ts', text }]).map(({ id }) => id);

test('a row is an object that names its rule, in one property or another', () => {
  expect(idsOf("const ROWS = { a: { rule: 'CAT-01', lives: 9 }, b: { lives: 9 }, c: { ruleIds: ['CAT-02'], lives: 7 } };")).toEqual([
    'CAT-01 ROWS.a.lives number 9',
    'CAT-02 ROWS.c.lives number 7',
  ]);
});

test('a row is a call that names its rule, itself or in its options', () => {
  expect(idsOf("const ROWS = { a: law('CAT-01', lives(9)), b: law(9) }; tell(7, { ruleId: 'CAT-02' });")).toEqual([
    'CAT-01 ROWS.a number 9',
    'CAT-02  number 7',
  ]);
});

test('a row is a form whose chain names its rule', () => {
  expect(idsOf("const F = z.strictObject({ lives: z.int().max(9).optional().meta({ rule: 'CAT-01' }), other: z.int().max(9) });")).toEqual([
    'CAT-01 F.lives number 9',
  ]);
});

test('a row is what a comment that begins with a rule stands before', () => {
  expect(idsOf('/** CAT-01. Lives. */\nconst LIVES = 9;\n/** Of lives, see CAT-01. */\nconst OTHER = 9;')).toEqual([
    'CAT-01 LIVES number 9',
  ]);
});

test('the nearest rule counts', () => {
  expect(idsOf("/** CAT-01. */\nconst A = { lives: 9, b: { rule: 'CAT-02', lives: 7 } };")).toEqual([
    'CAT-01 A.lives number 9',
    'CAT-02 A.b.lives number 7',
  ]);
});

test('words, ids and types are no values of a row, nor is the code of a function', () => {
  expect(
    idsOf('/** CAT-01. */\nconst A: Of<9> = { zh: [9], params: { lives: 9 } };\n/** CAT-01. */\nfunction of(x: 9) {\n  return x + 9;\n}'),
  ).toEqual([]);
});

test('two breaks that read the same are told apart', () => {
  expect(
    idsOf(
      '/** CAT-01. */\nconst A = { a: { b: 9 } };\n/** CAT-01. */\nconst B = () => 1;\n{\n  /** CAT-01. */\n  const A = { a: { b: 9 } };\n}',
    ),
  ).toEqual(['CAT-01 A.a.b number 9', 'CAT-01 A.a.b number 9 #2']);
});

test('a bite says where it is, and breaks only that', () => {
  const text = "// first\nconst A = { rule: 'CAT-01', lives: 9 };";
  const [bite] = bitesIn([{ file: 'rows.ts', text }]);
  expect(bite).toMatchObject({ file: 'rows.ts', line: 2, ids: ['CAT-01'], before: '9', after: '10' });
  expect(broken(text, bite!)).toBe("// first\nconst A = { rule: 'CAT-01', lives: 10 };");
});

test('a table whose keys are those of a table of rows speaks of the same rules', () => {
  const keys = ['a', 'b', 'c', 'd', 'e'];
  const rows = keys.map((key, n) => `${key}: { ruleId: 'CAT-0${n + 1}' }`).join();
  const forms = keys.map((key) => `${key}: ${key === 'b' ? '{ lives: 9 }' : '{}'}`).join();
  expect(idsOf(`const ROWS = { ${rows} };\nconst FORMS = { ${forms} };`)).toEqual(['CAT-02 FORMS.b.lives number 9']);
});

test('a constant that only rows use belongs to their rules, one that others use to none', () => {
  expect(idsOf('const BASE = { lives: 9 };\n/** CAT-01. */\nconst A = { ...BASE };')).toEqual(['CAT-01 BASE.lives number 9']);
  expect(idsOf('const BASE = { lives: 9 };\n/** CAT-01. */\nconst A = { ...BASE };\nconst B = { ...BASE };')).toEqual([]);
});

test.each([
  ['/** CAT-01. Cats sleep. */', ['CAT-01']],
  ['/**\n * CAT-01, CAT-02: cats eat.\n */', ['CAT-01', 'CAT-02']],
  ['// CAT-01, 02, 13. Cats play.', ['CAT-01', 'CAT-02', 'CAT-13']],
  ['/** The whole table (CAT-04). More. */', ['CAT-04']],
  ['/** Cats sleep. See CAT-01. */', []],
  ['/** What CAT-01 wants. */', []],
])('the rules that %j begins with', (comment, ids) => {
  expect(idsOfComment(comment)).toEqual(ids);
});
