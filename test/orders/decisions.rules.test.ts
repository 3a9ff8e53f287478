import fc from 'fast-check';
import { readCancel, readDecision } from '../../src/orders/decisions.rules';
import { Refusal } from '../../src/base/refusals';

const pointers = (read: unknown): string[] => {
  if (!(read instanceof Refusal)) throw new Error('it was read');
  expect(read.code).toBe('invalid-request');
  return (read.more.errors ?? []).map(({ pointer }) => pointer);
};

describe('a decision sent from Temporal UI or the CLI', () => {
  test('is about one task or one change', () => {
    expect(readDecision({ taskId: '20261123001-4', by: 'store-manager', reason: 'fits' })).toEqual({
      taskId: '20261123001-4',
      by: 'store-manager',
      reason: 'fits',
    });
    expect(readDecision({ changeId: 'c1', by: ' store-manager ', reason: 'fits' })).toEqual({
      changeId: 'c1',
      by: 'store-manager',
      reason: 'fits',
    });
    expect(pointers(readDecision({ taskId: 't', changeId: 'c', by: 'm', reason: 'r' }))).toEqual(['']);
    expect(pointers(readDecision({ by: 'm', reason: 'r' }))).toEqual(['']);
  });

  test('that cannot be read names each field that is wrong', () => {
    expect(pointers(readDecision({ taskId: 7, by: '', reason: 'x'.repeat(501) }))).toEqual(['/taskId', '/by', '/reason']);
    expect(pointers(readDecision({ taskId: 't', by: 'm' }))).toEqual(['/reason']);
    expect(pointers(readDecision({ taskId: 't', by: 'm', reason: 'r', decision: 'approve' }))).toEqual(['']);
  });

  test.each([[undefined], [null], ['approve'], [42], [[]], [['taskId']], [true]])('%p is no decision, and says so', (sent) => {
    expect(pointers(readDecision(sent))).toContain('');
    expect(pointers(readCancel(sent))).toContain('');
  });

  test('a refusal repeats nothing of what was sent', () => {
    const read = readDecision({ taskId: '', by: '张三 13800138000', reason: '' });
    expect(JSON.stringify([read, (read as Refusal).message])).not.toMatch(/张三|138/);
  });
});

test('a cancellation names one of three causes', () => {
  for (const cause of ['store', 'customer', 'neither']) {
    expect(readCancel({ cause, by: 'store-manager', reason: 'late' })).toEqual({ cause, by: 'store-manager', reason: 'late' });
  }
  expect(pointers(readCancel({ cause: 'weather', by: 'store-manager', reason: 'late' }))).toEqual(['/cause']);
  expect(pointers(readCancel({ by: 'store-manager' }))).toEqual(['/cause', '/reason']);
});

test('whatever JSON is sent, the readers answer and never throw', () => {
  const nearly = fc.record(
    { taskId: fc.jsonValue(), changeId: fc.jsonValue(), cause: fc.jsonValue(), by: fc.jsonValue(), reason: fc.jsonValue() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), nearly, fc.anything()), (sent) => {
      for (const read of [readDecision(sent), readCancel(sent)]) {
        const sound =
          read instanceof Refusal
            ? (read.more.errors ?? []).length > 0
            : [read.by, read.reason].every((text) => text.trim() === text && text !== '');
        expect(sound).toBe(true);
      }
    }),
  );
});
