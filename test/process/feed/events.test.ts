import { eventOf } from '../../../src/process/feed/feed.routes';

const asItIs = (entry: object) => entry as never;

test('silence is an event of its own: a comment is never heard by a page, which then takes the stream for dead', () => {
  expect(eventOf({ kind: 'silence' }, asItIs)).toBe('event: silence\ndata: {}\n\n');
});

test('where a stream begins has its place as its id, so that a reader who comes again goes on there', () => {
  expect(eventOf({ kind: 'hello', cursor: '7.9' }, asItIs)).toBe('id: 7.9\nevent: hello\ndata: {}\n\n');
  expect(eventOf({ kind: 'reset', cursor: '8.1' }, asItIs)).toBe('id: 8.1\nevent: reset\ndata: {}\n\n');
});

test('a change says what it is about in one line', () => {
  const entry = { cursor: '9.2', process: 'order/1' };
  expect(eventOf({ kind: 'change', entry: entry as never }, asItIs)).toBe(
    'id: 9.2\nevent: change\ndata: {"cursor":"9.2","process":"order/1"}\n\n',
  );
});
