import type { OrderFacts, OrderInput } from '../../src/orders/order.messages';
import type { OrderState } from '../../src/orders/order-state.rules';
import { standAs, type Header } from '../orders/header';
import { asData, fromData, type Data } from '../process/as-data';
import type { HandedOver } from '../process/continuation';
import type { Self } from './self';

/** Groups that no run hands over: where this one was taken up, and what is held, which the exceptions hold again as they are handled on. */
type OfThisRun = 'takenUp' | 'holds';
type Group = Exclude<keyof Self, keyof Header | OfThisRun>;

/** Every other group; one that is missing does not compile. */
const GROUPS = Object.keys({
  plan: 0,
  deposit: 0,
  acceptance: 0,
  change: 0,
  warmReminder: 0,
  stages: 0,
  taskSheet: 0,
  production: 0,
  dailyPhotos: 0,
  photos: 0,
  delivery: 0,
  followUp: 0,
  exceptions: 0,
  shortages: 0,
  ledger: 0,
  ending: 0,
} satisfies Record<Group, 0>) as Group[];

/** What an order's story knows, as data: its head, and the groups of its paragraphs without what takes their clocks back. */
export interface StoryState {
  readonly state: OrderState;
  readonly facts: OrderFacts;
  readonly version: number;
  readonly groups: Readonly<Record<Group, Data>>;
}

/** What an order's run begins with. */
export interface LivedInput extends OrderInput<'bakery'> {
  /** Of the run that this one continues. */
  readonly continued?: { readonly process: HandedOver; readonly story: StoryState };
  /** Acts after which a run is continued, for tests. */
  readonly continueAfterActs?: number;
}

export const storyStateOf = (self: Self): StoryState => ({
  state: self.state,
  facts: self.facts,
  version: self.version,
  groups: Object.fromEntries(GROUPS.map((name) => [name, asData(self[name])])) as Record<Group, Data>,
});

/**
 * The story stands as the run before had it; the clocks that its groups take back are set as it goes on. The one place where groups are written
 * from outside their files, because nothing is decided in it.
 */
export function keepStory(self: Self, { groups, ...head }: StoryState): void {
  standAs(self, head);
  for (const name of GROUPS) Object.assign(self[name], fromData(groups[name]));
}
