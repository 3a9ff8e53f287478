import { fewAtOnce } from '../../../src/platform/http/few-at-once';

/** Work that goes on until it is told to end. */
function pieces() {
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const work = (name: string) => (): Promise<string> => {
    begun.push(name);
    return new Promise((resolve, reject) => ends.set(name, (error) => (error ? reject(error) : resolve(name))));
  };
  return { begun, work, end: (name: string, error?: Error) => ends.get(name)?.(error) };
}
const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('no more pieces of work go on at a time than may; the others begin in their order, also after one that failed', async () => {
  const { begun, work, end } = pieces();
  const atMostTwo = fewAtOnce(2);
  const all = ['a', 'b', 'c', 'd'].map((name) => atMostTwo(work(name)));
  const settled = Promise.allSettled(all);
  await soon();
  expect(begun).toEqual(['a', 'b']);
  end('b');
  await soon();
  expect(begun).toEqual(['a', 'b', 'c']);
  end('a', new Error('in vain'));
  await soon();
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
  end('c');
  end('d');
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  const [e, f, g] = ['e', 'f', 'g'].map((name) => atMostTwo(work(name)));
  await soon();
  expect(begun.slice(4)).toEqual(['e', 'f']);
  end('e');
  end('f');
  expect([await e, await f]).toEqual(['e', 'f']);
  end('g');
  expect(await g).toBe('g');
});
