import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { noticeTemplates } from '../../src/process/outbox/register.letters';
import { defineLetter, yes } from '../../src/process/outbox/letter.letters';
import { LANGUAGES, LetterIncomplete } from '../../src/process/outbox/facts';
import { renderLetter } from '../../src/process/outbox/render';
import { createDraft } from '../../workflows/process/draft';
import type { Recorder } from '../../workflows/process/recorder';
import { tell } from '../../workflows/process/telling';
import { someFacts } from '../support/letter-facts';

/** A letter of no story of ours: this definition is all there is of it. */
const ovenOpen = defineLetter<{ readonly opensAt: number; readonly priceFen: number; readonly tray?: string }>({
  recipient: 'customer',
  rules: ['TOY-01'],
  urgent: true,
  cards: [
    ({ notice: { tray } }, p) => ({
      heading: p.named({ zh: '烤箱', en: 'The oven' }),
      rows: tray === undefined ? [] : [{ label: p.named({ zh: '烤盘', en: 'Tray' }), value: tray }],
    }),
    'goods',
  ],
  demands: [
    { what: 'a price', rule: 'TOY-02', lack: { pointer: '/priceFen', code: 'required' }, given: ({ notice }) => notice.priceFen > 0 },
  ],
  life: { falls: [{ event: 'oven.closed', same: { tray: 'tray' } }], newest: ['tray'] },
  values: ({ notice: { opensAt, priceFen, tray } }, p) => ({ opens: p.shortWhen(opensAt), price: p.money(priceFen), hasTray: yes(tray) }),
  name: { zh: '烤箱开放日', en: 'open day of the oven' },
  words: {
    zh: { subject: '开炉｜{order}', title: '开炉', paragraphs: ['{opens} 开炉，{price}{hasTray, select, yes {，烤盘已备} other {}}。'] },
    en: {
      subject: 'Oven | {order}',
      title: 'Oven',
      paragraphs: ['Opens {opens}, {price}{hasTray, select, yes {, tray at hand} other {}}.'],
    },
  },
});
const said = { opensAt: Date.parse('2026-11-30T08:00:00+08:00'), priceFen: 1250, tray: 'B 7' };
const rendered = (notice: object, audience: 'customer' | 'staff' = 'customer') =>
  LANGUAGES.map((language) => renderLetter('oven-open', ovenOpen, language, someFacts({ audience, notice: { ...notice } })));

describe('BAK-08 one file says all of a letter', () => {
  test('a new letter is written in both languages, with a card of its own', () => {
    const [zh, en] = rendered(said);
    expect(zh?.subject).toBe('开炉｜20261123001');
    expect(zh?.text).toContain('11月30日周一 08:00 开炉，¥12.50，烤盘已备。');
    expect(zh?.text).toContain('■ 烤箱\n烤盘：B 7');
    expect(en?.subject).toBe('Oven | 20261123001');
    expect(en?.text).toContain('Opens Mon, November 30 08:00, ¥12.50, tray at hand.');
    expect(en?.text).toContain('■ The oven\nTray: B 7');
  });

  test('whoever it was not made for is shown the work instead of its cards', () => {
    for (const { text } of rendered(said, 'staff')) {
      expect(text).not.toContain('B 7');
      expect(text).not.toContain('¥288.00');
      expect(text).toContain('草莓奶油');
    }
  });

  test('it refuses to be written without what its rule demands', () => {
    expect(() => rendered({ ...said, priceFen: 0 })).toThrow(
      expect.objectContaining({ template: 'oven-open', missing: 'a price', rule: 'TOY-02' }),
    );
    expect(() => rendered({ priceFen: 1250 })).toThrow(LetterIncomplete);
  });

  test('urgency and rule are the letter’s own where the story says nothing', () => {
    const draft = createDraft({
      process: { id: 'w', kind: 'order', number: '1', storeId: 'main', aboutOrder: '1', parentId: null, openedAt: 0 },
      standing: () => ({ state: 'draft', overlays: [], dueAt: null, closedAt: null }),
      now: () => 0,
    });
    draft.notice('customer', 'confirmation-letter', { version: 1 });
    draft.notice('customer', 'refund-paid', { refundFen: 100 });
    draft.notice('customer', 'order-ready', { method: 'pickup' }, { urgent: true, ruleId: 'BAK-71' });
    draft.notice('role:baker', 'suggestion', { attempt: 1 }, { besides: ['role:packer'] });
    expect(draft.take(1).notices).toMatchObject([
      { template: 'confirmation-letter', urgent: true, ruleId: 'BAK-33' },
      { template: 'refund-paid', urgent: false, ruleId: 'BAK-39' },
      { template: 'order-ready', urgent: true, ruleId: 'BAK-71' },
      { template: 'suggestion', urgent: false, ruleId: 'AFT-91', facts: { attempt: 1, besides: ['role:packer'] } },
    ]);
  });

  test('every letter’s file stands in the register under its own name', () => {
    const files = ['bakery/letters', 'process/tasks', 'purchasing']
      .flatMap((folder) => readdirSync(join('src', folder)).map((name) => join('src', folder, name)))
      .filter((path) => path.endsWith('.letters.ts') && /= define(Order|Bakery)?Letter</.test(readFileSync(path, 'utf8')));
    expect([...noticeTemplates()].sort()).toEqual(files.map((path) => basename(path, '.letters.ts')).sort());
  });

  test('wrong facts do not compile', () => {
    const wrong = (recorder: Recorder): void => {
      recorder.notice('customer', 'refund-paid', { refundFen: 100 });
      // @ts-expect-error a fact is missing
      recorder.notice('customer', 'refund-paid', {});
      // @ts-expect-error a fact by another name
      recorder.notice('customer', 'refund-paid', { refund: 100 });
      // @ts-expect-error another letter's facts
      recorder.notice('customer', 'design-waiting', { refundFen: 100 });
      // @ts-expect-error no such letter
      recorder.notice('customer', 'oven-open', {});
      // @ts-expect-error a letter that says nothing of its own
      recorder.notice('customer', 'making-started', { startedAt: 1 });
      // @ts-expect-error no cause of a delay
      tell({ recorder }, ['role:baker'], 'order-delayed', () => ({ type: 'laziness' }));
      const { name, words } = ovenOpen;
      defineLetter<{ readonly draft: number }>({ recipient: 'customer', cards: [], life: { newest: ['draft'] }, name, words });
      // @ts-expect-error its life hangs on a fact that it has not
      defineLetter<{ readonly draft: number }>({ recipient: 'customer', cards: [], life: { newest: ['exception'] }, name, words });
    };
    expect(wrong).toBeInstanceOf(Function); // never called: the compiler is the judge
  });
});
