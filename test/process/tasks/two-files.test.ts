import { z } from 'zod';
import { FreeText, requiring } from '../../../src/base/common.schema';
import { oneOf, optional, whole } from '../../../src/base/read';
import { Refusal } from '../../../src/base/refusals';
import { choices } from '../../../src/process/tasks/choices.rules';
import { defineForm, type FormsFor } from '../../../src/process/tasks/form';
import { defineForms, formOf, splitAnswer } from '../../../src/process/tasks/forms';
import {
  defineTasks,
  readChoices,
  taskKinds,
  taskRule,
  type AnswersOf,
  type TaskKind,
  type TaskRule,
} from '../../../src/process/tasks/tasks.rules';

/** A step of no story of ours. Its row is the first of the two files. */
const OVEN_TASKS = {
  'light-oven': {
    role: 'baker',
    ladder: ['store-manager'],
    ruleIds: ['TOY-01'],
    zh: '点炉',
    en: 'Light the oven',
    answer: choices({ lit: oneOf('yes', 'no'), degrees: optional(whole(50, 300)) }),
  },
} as const satisfies Record<string, TaskRule>;

/** No chapter of the house has it, and so no name of the house is this one. */
const KIND = 'light-oven' as TaskKind;
type Answer = AnswersOf<typeof OVEN_TASKS>['light-oven'];
const answered = (x: unknown): Answer => readChoices(KIND, x) as unknown as Answer;

const lit = z.enum(['yes', 'no']);
const degrees = z.int().min(50).max(300).optional();

/** Its form is the second. */
const OVEN_FORMS = {
  'light-oven': defineForm(
    requiring(z.strictObject({ lit, degrees, remarks: FreeText.optional() }), {
      when: { lit: ['yes'] },
      then: ['degrees'],
      rule: 'TOY-01',
    }),
  ),
} satisfies FormsFor<typeof OVEN_TASKS>;

defineTasks(OVEN_TASKS);
defineForms(OVEN_FORMS);

const refusalOf = (read: () => unknown): Refusal => {
  try {
    read();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('it was taken');
};

describe('a kind of task is said in two files', () => {
  test('the house knows its row', () => {
    expect(taskKinds()).toContain('light-oven');
    expect(taskRule(KIND)).toMatchObject({ role: 'baker', en: 'Light the oven' });
  });

  test('the baker is shown its form, in which the rule stands', () => {
    expect(formOf(KIND)).toMatchObject({
      type: 'object',
      properties: { lit: { enum: ['yes', 'no'] }, degrees: { minimum: 50, maximum: 300 }, remarks: { type: 'string' } },
      required: ['lit'],
      allOf: [{ if: { properties: { lit: { enum: ['yes'] } } }, then: { required: ['degrees'] } }],
    });
  });

  test('what the baker writes is kept apart from what the baker chooses', () => {
    const parsed = OVEN_FORMS['light-oven'].schema.parse({ lit: 'yes', degrees: 220, remarks: '风大' });
    expect(splitAnswer(KIND, parsed)).toEqual({ choices: { lit: 'yes', degrees: 220 }, text: { remarks: '风大' } });
    expect(splitAnswer(KIND, { lit: 'no' })).toEqual({ choices: { lit: 'no' }, text: null });
  });

  test('its process reads the choices, and nothing else', () => {
    const answer = answered({ lit: 'yes', degrees: 220 });
    const warm: number | undefined = answer.degrees;
    expect([answer.lit, warm]).toEqual(['yes', 220]);
    expect(refusalOf(() => answered({ lit: 'perhaps', degrees: 20 }))).toMatchObject({
      code: 'invalid-request',
      more: { rule: 'TOY-01', errors: [{ pointer: '/answer/lit' }, { pointer: '/answer/degrees' }] },
    });
    expect(refusalOf(() => answered({ lit: 'no', remarks: '风大' })).more.errors).toEqual([
      { pointer: '/answer', code: 'only-fields', params: { values: ['lit', 'degrees'] } },
    ]);
  });

  test('a form of other choices than the row reads does not compile', () => {
    const others = [
      // @ts-expect-error the row reads yes and no
      { 'light-oven': defineForm(z.strictObject({ lit: z.enum(['yes', 'perhaps']), degrees })) } satisfies FormsFor<typeof OVEN_TASKS>,
      // @ts-expect-error the row reads whether it is lit
      { 'light-oven': defineForm(z.strictObject({ lit: lit.optional(), degrees })) } satisfies FormsFor<typeof OVEN_TASKS>,
      // @ts-expect-error the row reads degrees
      { 'light-oven': defineForm(z.strictObject({ lit })) } satisfies FormsFor<typeof OVEN_TASKS>,
      // @ts-expect-error the row of no other step asks for a form
      { 'light-oven': OVEN_FORMS['light-oven'], 'clean-oven': defineForm(z.strictObject({})) } satisfies FormsFor<typeof OVEN_TASKS>,
      // @ts-expect-error every row has a form
      {} satisfies FormsFor<typeof OVEN_TASKS>,
    ];
    expect(others).toHaveLength(5);
  });
});
