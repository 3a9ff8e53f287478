import { addressesOf, isHeadless, type Directory, type StaffContact } from '../../../src/process/outbox/recipients';

const NOW = Date.parse('2026-12-01T10:00:00+08:00');
const person = (id: string, own: Partial<StaffContact> = {}): StaffContact => ({
  id,
  name: id,
  email: `${id}@shop.example`,
  language: 'zh-CN',
  storeId: 's1',
  roles: ['baker'],
  headOf: [],
  active: true,
  deputyId: null,
  absences: [],
  ...own,
});
const directory = (own: Partial<Directory> = {}): Directory => ({
  storeId: 's1',
  customer: { name: '林晓雨', phone: '13800138000', email: 'lin@home.example', language: 'en' },
  staff: [],
  parties: new Map([['supplier:sup-1', { id: 'sup-1', name: '远山食材', email: 'ask@far.example' }]]),
  sms: true,
  ...own,
});
const to = (who: string, own: Partial<Directory> = {}): string[] =>
  addressesOf(who, directory(own), NOW).map(({ channel, to }) => `${channel} ${to}`);

describe('BAK-08 whom a notice reaches', () => {
  test('the customer by e-mail and short message, in the customer’s language', () => {
    expect(addressesOf('customer', directory(), NOW)).toMatchObject([
      { channel: 'email', to: 'lin@home.example', language: 'en' },
      { channel: 'sms', to: '13800138000', language: 'en' },
    ]);
  });

  test('only by e-mail without a gateway, and not at all without either', () => {
    expect(to('customer', { sms: false })).toEqual(['email lin@home.example']);
    expect(to('customer', { sms: false, customer: { name: '林', phone: '13800138000', language: 'zh-CN' } })).toEqual([]);
  });

  test('no customer about what is nobody’s', () => {
    expect(to('customer', { customer: undefined })).toEqual([]);
  });

  test('every active holder of a role in the order’s shop, and nobody else', () => {
    const staff = [
      person('b'),
      person('a'),
      person('gone', { active: false }),
      person('elsewhere', { storeId: 's2' }),
      person('packer', { roles: ['packer'] }),
    ];
    expect(to('role:baker', { staff })).toEqual(['email a@shop.example', 'email b@shop.example']);
  });

  test('the deputy stands in during an absence, once even when holding the role', () => {
    const away = { absences: [{ from: NOW - 1000, until: NOW + 1000 }], deputyId: 'b' };
    expect(to('role:baker', { staff: [person('a', away), person('b')] })).toEqual(['email b@shop.example']);
    expect(to('staff:a', { staff: [person('a', { ...away, absences: [{ from: NOW - 1000, until: NOW }] }), person('b')] })).toEqual([
      'email a@shop.example',
    ]);
    expect(to('staff:a', { staff: [person('a', { ...away, absences: [{ from: NOW - 1000, until: null }] }), person('b')] })).toEqual([
      'email b@shop.example',
    ]);
  });

  test('the heads of a department of the order’s shop, and nobody else who works in it', () => {
    const staff = [
      person('he', { headOf: ['quality'] }),
      person('lin', { headOf: ['sales', 'quality'] }),
      person('gone', { headOf: ['quality'], active: false }),
      person('elsewhere', { headOf: ['quality'], storeId: 's2' }),
      person('manager', { roles: ['store-manager'], headOf: ['management'] }),
      person('inspector', { roles: ['qc-inspector'] }),
    ];
    expect(to('head:quality', { staff })).toEqual(['email he@shop.example', 'email lin@shop.example']);
    expect(isHeadless('head:quality', directory({ staff }))).toBe(false);
  });

  test('the deputy of a head who is away', () => {
    const staff = [person('he', { headOf: ['quality'], absences: [{ from: NOW - 1000, until: null }], deputyId: 'b' }), person('b')];
    expect(to('head:quality', { staff })).toEqual(['email b@shop.example']);
  });

  test('the store manager in the place of a head whom the shop does not have', () => {
    const staff = [
      person('he', { headOf: ['quality'], active: false }),
      person('elsewhere', { headOf: ['quality'], storeId: 's2' }),
      person('manager', { roles: ['store-manager'] }),
    ];
    expect(to('head:quality', { staff })).toEqual(['email manager@shop.example']);
    expect(isHeadless('head:quality', directory({ staff }))).toBe(true);
    expect(to('head:quality')).toEqual([]);
  });

  test('nobody by a department or a kind of recipient that does not exist', () => {
    const staff = [person('manager', { roles: ['store-manager'], headOf: ['moonlight'] })];
    expect([to('head:moonlight', { staff }), to('head:', { staff }), to('heads:quality', { staff })]).toEqual([[], [], []]);
    expect(isHeadless('head:moonlight', directory({ staff }))).toBe(false);
  });

  test('nobody of another shop stands in', () => {
    const away = person('a', { absences: [{ from: NOW - 1000, until: null }], deputyId: 'b' });
    expect(to('staff:a', { staff: [away, person('b', { storeId: 's2' })] })).toEqual(['email a@shop.example']);
  });

  test('whoever is away without a deputy is written to all the same', () => {
    expect(to('staff:a', { staff: [person('a', { absences: [{ from: NOW - 1000, until: null }] })] })).toEqual(['email a@shop.example']);
  });

  test('a supplier by its mailbox', () => {
    expect(to('supplier:sup-1')).toEqual(['email ask@far.example']);
    expect(to('supplier:unknown')).toEqual([]);
  });
});
