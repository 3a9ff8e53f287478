import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REFUSALS } from '../../../src/base/refusals';
import type { FieldError } from '../../../src/base/faults';
import { faultText, fieldText } from '../../../src/platform/words/faults';
import { instantsIn } from '../../../src/platform/words/instants';
import type { Reader } from '../../../src/platform/words/reasons';
import { faultCodes, faultWords } from '../../../src/platform/words/register';

const reader = (language: Reader['language']): Reader => ({ language, when: instantsIn(language, 'Asia/Shanghai') });
const CODES = faultCodes();
/** Three words of Latin letters in a row are a sentence, two are a header or a format. */
const ENGLISH = /[A-Za-z’']{2,} [A-Za-z’']{2,} [A-Za-z’']{2,}/;
const CHINESE = /\p{Script=Han}/u;

const read = (file: string): string => readFileSync(file, 'utf8');
const FILES = ['src', 'workflows', 'activities']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((file) => file.endsWith('.ts') && !file.startsWith('src/generated/'));
const DECLARED = /(?:^src\/base\/|-)faults(?:\.messages)?\.ts$/;
/** The sources that refuse, without the lists of codes and of words. */
const sources = FILES.filter((file) => !DECLARED.test(file) && !/\/words\/|\.words\.ts$/.test(file))
  .map(read)
  .join('\n');
/** Every code that a floor or a chapter declares. */
const declared = FILES.filter((file) => DECLARED.test(file) && !file.includes('/words/')).flatMap((file) =>
  [...read(file).matchAll(/^ {2}'?([a-z0-9-]+)'?: (?:Bare|\{)/gm)].map(([, code]) => String(code)),
);

test('whatever a floor or a chapter declares has its words, and nothing else has', () => {
  expect(declared.length).toBeGreaterThan(190);
  expect([...CODES].sort()).toEqual([...declared].sort());
});

test('no words are left over of a code that nobody says', () => {
  expect(CODES.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
});

test('every title and every fault is said in Chinese and in English, each without a sentence of the other', () => {
  const words = [...CODES.map(faultWords), ...Object.values(REFUSALS).map(({ title, zh }) => ({ zh, en: title }))];
  expect(words.filter(({ zh }) => !CHINESE.test(zh) || ENGLISH.test(zh))).toEqual([]);
  expect(words.filter(({ en }) => !/[A-Za-z]/.test(en) || CHINESE.test(en))).toEqual([]);
});

test('both languages of a fault name the same values, and fill them', () => {
  const named = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => String(name)))].sort();
  const values = new Proxy({}, { get: () => 1, has: () => true });
  for (const code of CODES) {
    const { zh, en } = faultWords(code);
    expect([code, named(zh)]).toEqual([code, named(en)]);
    const params = Object.fromEntries(named(zh).map((name) => [name, Reflect.get(values, name)]));
    for (const language of ['zh', 'en'] as const) expect(faultText({ code, params } as never, reader(language))).not.toMatch(/[{}]/);
  }
});

test('a fault is told with money, instants, states, steps and roles as people read them', () => {
  const said = (error: FieldError): string[] => (['zh', 'en'] as const).map((language) => fieldText(error, reader(language)));
  expect(said({ pointer: '', code: 'over-the-balance', params: { outstandingFen: 20_160 }, rule: 'BAK-32' })).toEqual([
    '超过应付金额，尚欠 ¥201.60（BAK-32）',
    'Is more than is owed: ¥201.60 are outstanding (BAK-32)',
  ]);
  expect(said({ pointer: '', code: 'window-closed', params: { endedAt: Date.parse('2026-12-04T02:00:00Z') } })).toEqual([
    '调整期已于 2026-12-04 周五 10:00 结束。',
    'The change window closed at Fri 2026-12-04 10:00.',
  ]);
  expect(said({ pointer: '', code: 'state-cannot-follow', params: { from: 'final-check', to: 'making' } })).toEqual([
    '订单状态为“终检”，不能变为“制作”。',
    'The order is “final check”, so it cannot become “making”.',
  ]);
  expect(said({ pointer: '', code: 'needs-role', params: { roles: ['store-manager', 'finance'] } })).toEqual([
    '须具有以下角色之一：店长、财务。',
    'This needs one of the roles: store manager, finance.',
  ]);
  expect(said({ pointer: '', code: 'more-than-yes-or-no', params: { task: 'making-done' } })).toEqual([
    '“制作完成”不能只答是或否，请在待办中答复。',
    'The step “Finish making” needs more than yes or no; answer it in the inbox.',
  ]);
  expect(said({ pointer: '', code: 'contradicts-requirement', params: { requirement: 'gluten-free', allergen: 'gluten' } })).toEqual([
    '与要求“无麸质”矛盾：该要求不含麸质',
    'Contradicts the requirement gluten-free, which keeps gluten out',
  ]);
  expect(said({ pointer: '', code: 'either-or', params: { requirements: ['low-sugar', 'sugar-free'] } })).toEqual([
    '以下要求只能选其一：低糖、无糖',
    'Only one of these can be meant: low sugar, sugar-free',
  ]);
  expect(said({ pointer: '', code: 'lines-open', params: { lines: ['order-number', 'signee'] } })).toEqual([
    '尚未完成：核对订单号、核对客户签收人',
    "Still open: Order number checked, Customer's signee checked",
  ]);
  expect(said({ pointer: '', code: 'act-is-for', params: { who: ['store-manager', 'customer'] } })).toEqual([
    '此操作由以下人员办理：店长、顾客。',
    'This is for: store manager, the customer.',
  ]);
  expect(said({ pointer: '', code: 'repairs-nothing', params: { actions: ['start-again', 'write-off'] } })).toEqual([
    '这样无法补救，请选择：按记录重新启动、核销关闭',
    'Nothing is repaired by that; choose of: start again from the record, write off',
  ]);
});
