import type { Recorded } from '../../../src/process/process.messages';
import type { Desk, DeskActs } from '../../../src/process/ports.messages';

type Act = keyof DeskActs<unknown>;
type Answers = (order: string, key: string, message: any) => Promise<unknown>;

/** A desk that accepts everything and remembers what it was asked; a test lets single acts answer otherwise. */
export interface FakeDesk extends Desk {
  readonly asked: { readonly act: keyof Desk; readonly order: string; readonly key: string; readonly message: any }[];
  /** What was only tried. */
  readonly tried: FakeDesk['asked'];
  /** Replaces an act, done or tried, until the test puts it back with `accept`. */
  answer(act: keyof Desk, does: Answers): void;
  accept(): void;
}

export function fakeDesk(): FakeDesk {
  const asked: FakeDesk['asked'] = [];
  const tried: FakeDesk['asked'] = [];
  const instead = new Map<keyof Desk, Answers>();
  return {
    asked,
    tried,
    answer: (name, does) => void instead.set(name, does),
    accept: () => instead.clear(),
    ...actsInto(asked, instead),
    trying: actsInto(tried, instead),
    async launch(input) {
      asked.push({ act: 'launch', order: input.number, key: '', message: input });
      await instead.get('launch')?.(input.number, '', input);
    },
    async answerSupplier(exceptionId, answer) {
      asked.push({ act: 'answerSupplier', order: exceptionId, key: '', message: answer });
      await instead.get('answerSupplier')?.(exceptionId, '', answer);
    },
    view: () => Promise.reject(new Error('not asked for in these tests')),
    async ping() {
      await instead.get('ping')?.('', '', undefined);
    },
  };
}

/** Acts that are remembered in `kept`, and answered as `instead` says. */
function actsInto(kept: FakeDesk['asked'], instead: ReadonlyMap<keyof Desk, Answers>): DeskActs<any> {
  const act =
    (name: Act) =>
    async (order: string, key: string, message: unknown): Promise<Recorded> => {
      kept.push({ act: name, order, key, message });
      return ((await instead.get(name)?.(order, key, message)) as Recorded | undefined) ?? { revision: 1 };
    };
  return {
    completeTask: ({ aboutOrder }, key, message) => act('completeTask')(aboutOrder ?? '', key, message),
    assignTask: ({ aboutOrder }, key, message) => act('assignTask')(aboutOrder ?? '', key, message),
    requestChange: act('requestChange'),
    refreshPreview: act('refreshPreview'),
    decideChange: act('decideChange'),
    confirmDetails: act('confirmDetails'),
    cancel: act('cancel'),
    recordPayment: act('recordPayment'),
    recordCost: act('recordCost'),
    reportException: act('reportException'),
    chooseAlternative: act('chooseAlternative'),
    addPhoto: act('addPhoto'),
    rate: act('rate'),
  };
}
