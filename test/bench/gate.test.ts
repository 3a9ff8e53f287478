import { createGate } from '../../bench/gate';

/** A piece of work that ends when it is told to. */
function piece() {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { ended, end };
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('no more are inside than there is room, and who waits comes in as one leaves', async () => {
  const gate = createGate(2);
  const [a, b, c] = [piece(), piece(), piece()];
  const came: string[] = [];
  const enter = (name: string, work: ReturnType<typeof piece>): Promise<void> =>
    gate.enter(() => {
      came.push(name);
      return work.ended;
    });
  const all = [enter('a', a), enter('b', b), enter('c', c)];
  await turn();
  expect(came).toEqual(['a', 'b']);
  b.end();
  await turn();
  expect(came).toEqual(['a', 'b', 'c']);
  a.end();
  c.end();
  await Promise.all(all);
});

test('who steps aside lets the next one in, and time in which all wait is not busy', async () => {
  let now = 0;
  const gate = createGate(1, () => now);
  const [work, wait] = [piece(), piece()];
  const first = gate.enter((aside) => aside(() => wait.ended));
  const second = gate.enter(() => work.ended);
  await turn();
  now = 30;
  work.end(); // 30 of work
  await second;
  now = 100; // 70 in which the first one only waits
  wait.end();
  await first;
  expect(gate.busyMs()).toBe(30);
});

test('work that fails leaves its place', async () => {
  const gate = createGate(1);
  await expect(gate.enter(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(gate.enter(() => Promise.resolve('next'))).resolves.toBe('next');
});
