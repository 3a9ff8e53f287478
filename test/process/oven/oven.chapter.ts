import { flag, listOf, oneOf, optional, text, whole } from '../../../src/base/read';
import { defineChapter } from '../../../src/process/define.chapter';
import type { Gate } from '../../../src/process/gates.rules';
import { defineLetter, type FactsOf } from '../../../src/process/outbox/letter.letters';
import type { RowKind } from '../../../src/process/record/rows.messages';
import { choices } from '../../../src/process/tasks/choices.rules';
import type { AnswersOf, TaskRule } from '../../../src/process/tasks/tasks.rules';

// A chapter without a cake: an oven that somebody is to light before it is used. Its pure half.

const TASKS = {
  'light-the-oven': {
    role: 'baker',
    ladder: ['store-manager'],
    ruleIds: ['TOY-01'],
    zh: '点炉',
    en: 'Light the oven',
    answer: choices({
      burns: flag,
      flame: optional(text(60)),
      zones: optional(listOf(choices({ place: oneOf('left', 'right'), degrees: whole(0, 500) }), 4)),
      draught: optional(choices({ open: flag })),
    }),
  },
} as const satisfies Record<string, TaskRule>;

const LETTERS = {
  'oven-burns': defineLetter<{ readonly degrees: number }>({
    recipient: 'staff',
    rules: ['TOY-02'],
    cards: [],
    life: {},
    values: ({ notice }) => ({ degrees: notice.degrees }),
    name: { zh: '烤箱点燃', en: 'oven lit' },
    words: {
      zh: { subject: '烤箱已点燃', title: '烤箱已点燃', paragraphs: ['现在 {degrees} 度。'] },
      en: { subject: 'The oven burns', title: 'The oven burns', paragraphs: ['It has {degrees} degrees.'] },
    },
  }),
};

/** One look at an oven. */
interface Look {
  readonly id: string;
  readonly burns: boolean;
  readonly at: number;
}
const ROWS = { looks: { table: 'oven_looks', columns: { id: 'text', burns: 'boolean', at: 'instant' } } } as const satisfies {
  readonly looks: RowKind<Look>;
};

declare module '../../../src/process/tasks/tasks.rules' {
  interface TaskAnswers extends AnswersOf<typeof TASKS> {}
}
declare module '../../../src/process/events.messages' {
  interface EventData {
    readonly 'oven.used': Readonly<Record<string, never>>;
  }
}
declare module '../../../src/process/outbox/register.letters' {
  interface LetterFacts extends FactsOf<typeof LETTERS> {}
}
declare module '../../../src/base/actor' {
  interface PartyKinds {
    readonly stoker: true;
  }
}
declare module '../../../src/process/record/rows.messages' {
  interface Rows {
    readonly looks: Look;
  }
}

/** TOY-02. An oven is used only when it burns. */
export const TO_USE: readonly Gate<{ readonly burns: boolean }>[] = [
  { code: 'task-open', ruleId: 'TOY-02', holds: ({ burns }) => burns, zh: '烤箱未点燃', en: 'the oven does not burn' },
];

defineChapter({ name: 'oven', tasks: TASKS, letters: LETTERS, rows: ROWS, parties: ['stoker'] });
