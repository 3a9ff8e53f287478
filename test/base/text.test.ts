import { oneLine, someLines } from '../../src/base/text.schema';

const name = oneLine(120);
const note = someLines(2000);
const UNSEEN = 'unseen-character';
/** What is kept, or why it is refused. */
const taken = (schema: typeof name, given: string): string => {
  const { success, data, error } = schema.safeParse(given);
  return success ? data : error.issues.map(({ message }) => message).join('; ');
};

describe('BAK-17 a name is a line of visible characters', () => {
  test.each([
    ['王小明', '王小明'],
    ['  王小明 \n', '王小明'],
    ['王　小明', '王 小明'],
    ['Anne \u00a0  Marie', 'Anne Marie'],
    ['e\u0301lise', '\u00e9lise'],
    ['O’Brien-Smith, Jr.', 'O’Brien-Smith, Jr.'],
    ['𠮷野家', '𠮷野家'],
    ['葛\u{e0100}城', '葛\u{e0100}城'],
    ['\ue863', '\ue863'], // of private use, as GB 18030 wrote rare characters
    ['👩‍🍳 小李', '👩‍🍳 小李'],
    ['می‌خواهم', 'می‌خواهم'],
    ['क्‍ष', 'क्‍ष'],
  ])('%j is kept as %j', (given, kept) => {
    expect(taken(name, given)).toBe(kept);
  });

  test.each([
    ['a zero-width space', '\u200b'],
    ['a zero-width joiner between letters', '\u200d'],
    ['a word joiner', '\u2060'],
    ['a byte-order mark', '\ufeff'],
    ['a soft hyphen', '\u00ad'],
    ['an override of direction', '\u202e'],
    ['an isolate of direction', '\u2066'],
    ['a mark of direction', '\u200f'],
    ['a line feed', '\n'],
    ['a carriage return', '\r'],
    ['a line separator', '\u2028'],
    ['a next line', '\u0085'],
    ['a tab', '\t'],
    ['a bell', '\u0007'],
    ['an escape', '\u001b'],
    ['a delete', '\u007f'],
    ['a Hangul filler', '\u3164'],
    ['a grapheme joiner', '\u034f'],
    ['a tag', '\u{e0041}'],
    ['a sign of destroyed text', '\ufffd'],
    ['a noncharacter', '\uffff'],
  ])('%s is refused', (_what, sign) => {
    expect(taken(name, `王${sign}小明`)).toBe(UNSEEN);
  });

  test.each(['', ' ', '\u3000', '\n', '\u0301', '\u2800'])('%j is blank', (given) => {
    expect(taken(name, given)).toBe('blank');
  });

  test('its length is counted as it is kept', () => {
    expect(taken(oneLine(3), '   a   b   ')).toBe('a b');
    expect(taken(oneLine(3), 'abcd')).toMatch(/^Too big/);
  });
});

describe('a note has lines', () => {
  test.each([
    ['第一行\r\n第二行\r第三行\u2028第四行\n\n', '第一行\n第二行\n第三行\n第四行'],
    ['two  spaces\tand a tab', 'two  spaces and a tab'],
    ['生日快乐 👨‍👩‍👧 🏳️‍🌈 ❤️', '生日快乐 👨‍👩‍👧 🏳️‍🌈 ❤️'],
  ])('%j is kept as %j', (given, kept) => {
    expect(taken(note, given)).toBe(kept);
  });
  test.each(['\u0007', '\u202e', '\u200b', '\u0000', '\u001b[2J'])('of visible characters: %j is refused', (sign) => {
    expect(taken(note, `甜一点${sign}谢谢`)).toBe(UNSEEN);
  });
  test('and is not blank', () => {
    expect(taken(note, ' \r\n\t ')).toBe('blank');
  });
});
