import { createTransport } from 'nodemailer';
import { MailAddress, SmsPhone, telephoneSoughtBy } from '../../src/base/contact.schema';

describe('BAK-18 a telephone is judged, and kept, in one form', () => {
  test.each([
    '13800138000',
    ' 138 0013 8000 ',
    '138-0013-8000',
    '138–0013—8000',
    '138.0013.8000',
    '１３８００１３８０００',
    '+8613800138000',
    '＋８６ １３８ ００１３ ８０００',
    '+86 138-0013-8000',
    '(+86) 138 0013 8000',
    '（+86）138 0013 8000',
    '008613800138000',
    '0086 138 0013 8000',
    '8613800138000',
    '\u202d138 0013 8000\u202c', // as address books copy it
  ])('%j is 13800138000', (written) => {
    expect(SmsPhone.parse(written)).toBe('13800138000');
  });

  test.each([
    ['+44 7700 900123', '+447700900123'],
    ['+44 (0)7700 900-123', '+447700900123'],
    ['0044 7700 900123', '+447700900123'],
    ['＋1 (415) 555-2671', '+14155552671'],
    ['+852 6123 4567', '+85261234567'],
  ])('%j is %s', (written, kept) => {
    expect(SmsPhone.parse(written)).toBe(kept);
  });

  test.each([
    '',
    'abc',
    '021-12345678',
    '(021) 1234 5678',
    '+86 21 1234 5678',
    '0086 21 1234 5678',
    '128 0013 8000',
    '1380013800',
    '138001380000',
    '+138001',
    '+1234567890123456',
    '+0123456789',
    '44 7700 900123',
    '13800138000;13900139000',
    '13800138000 ext 5',
    '1３800138000x',
    '+86+8613800138000',
    '٠١٣٨٠٠١٣٨٠٠٠',
    `1${' '.repeat(60)}3800138000`,
  ])('%j takes no SMS', (written) => {
    expect(SmsPhone.safeParse(written)).toMatchObject({ success: false });
  });
});

const ADDRESSES: [written: string, kept: string][] = [
  ['ming@example.com', 'ming@example.com'],
  [' ming@example.com ', 'ming@example.com'],
  ['Ming.Wang@Example.COM', 'Ming.Wang@example.com'],
  ['a&b@example.com', 'a&b@example.com'],
  ['a/b@example.com', 'a/b@example.com'],
  ["o'brien@example.com", "o'brien@example.com"],
  ['ming+cake@example.com', 'ming+cake@example.com'],
  ['!#$%&*=?^_`{|}~-@example.com', '!#$%&*=?^_`{|}~-@example.com'],
  ['1@2.example', '1@2.example'],
  ['a@b-c.example.co.uk', 'a@b-c.example.co.uk'],
  ['a@xn--fiqs8s', 'a@xn--fiqs8s'],
  ['a@xn--fsqu00a.xn--fiqs8s', 'a@xn--fsqu00a.xn--fiqs8s'],
  ['a@例子.中国', 'a@xn--fsqu00a.xn--fiqs8s'],
  ['a@bücher.example', 'a@xn--bcher-kva.example'],
  [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  [`a@${'b'.repeat(63)}.com`, `a@${'b'.repeat(63)}.com`],
];

test.each([
  ['8000', '8000'],
  [' ８０ 00 ', '8000'],
  ['0012', '0012'], // no country code
  ['138 0013 8000', '13800138000'],
  ['+86 138-0013-8000', '13800138000'],
  ['+44 (0)7700 900-123', '447700900123'],
  ['0044 7700 900123', '447700900123'],
  ['44 7700 900123', '447700900123'], // the + of an address became a blank
  ['', null],
  ['800', null],
  ['80001', null],
  ['021-1234-5678', null],
  ['1380013800x', null],
  ['1'.repeat(16), null],
])('a telephone written %j is looked for by %j', (written, sought) => expect(telephoneSoughtBy(written)).toBe(sought));

describe('BAK-18 a mail address is any that a letter can be sent to', () => {
  test.each(ADDRESSES)('%j is kept as %j', (written, kept) => {
    expect(MailAddress.parse(written)).toBe(kept);
  });

  test.each(ADDRESSES)('and the mail library sends to %j', async (_written, kept) => {
    const letter = await createTransport({ streamTransport: true, buffer: true }).sendMail({
      from: 'orders@levain.example',
      to: { name: '', address: kept },
      text: '您好',
    });
    expect(letter.envelope.to).toEqual([kept]);
    expect((letter.message as Buffer).toString().replace(/\r\n /g, ' ')).toMatch(
      new RegExp(`^To: +${kept.replace(/[.*+?^$|{}]/g, '\\$&')}\r$`, 'm'),
    );
  });

  test.each([
    '',
    'nobody',
    '@example.com',
    'a@',
    'a@b@example.com',
    'a b@example.com',
    'a@exam ple.com',
    '.a@example.com',
    'a.@example.com',
    'a..b@example.com',
    'a@localhost',
    'a@example',
    'a@.example.com',
    'a@example..com',
    'a@example.com.',
    'a@-example.com',
    'a@example-.com',
    'a@exa_mple.com',
    'a@127.0.0.1',
    'a@1.2.3',
    'a@[127.0.0.1]',
    'a@example.com:25',
    'a@example.com/x',
    'a@user@example.com',
    'a@%65xample.com',
    '"a b"@example.com',
    '王@example.com',
    'a@example.com, b@example.com',
    'a@example.com\r\nBcc: b@example.com',
    'a\u200b@example.com',
    'Ming <ming@example.com>',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(64)}.com`,
    `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.com`,
  ])('%j is none', (written) => {
    expect(MailAddress.safeParse(written)).toMatchObject({ success: false });
  });
});
