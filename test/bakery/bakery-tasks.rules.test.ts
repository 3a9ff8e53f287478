import '../../src/main/chapters-http';
import { readChoices } from '../../src/process/tasks/tasks.rules';
import { answerForm } from '../../src/process/tasks/forms';
import { PROOFS } from '../../src/bakery/photos.rules';
import { roleOfStep } from '../../src/bakery/bakery.tasks';
import { STEPS } from '../../src/bakery/tasks/steps.rules';
import { taskKinds, taskRule } from '../../src/process/tasks/tasks.rules';

const answered = taskKinds().flatMap((kind) => (taskRule(kind).yesNo ?? []).map((choices) => [kind, choices] as const));
test.each(answered)('BAK-04 a yes or no to %s from Temporal is an answer that the step takes: %j', (kind, choices) => {
  expect(readChoices(kind, choices)).toEqual(choices);
});

const photographed = taskKinds().flatMap((kind) =>
  Object.entries(taskRule(kind).photos ?? {}).map(([field, step]) => [kind, field, step] as const),
);
test.each(photographed)('the answer to %s has the field %s, for a photo of %s', (kind, field, step) => {
  expect(Object.keys(answerForm(kind).schema.shape)).toContain(field);
  expect(Object.keys(PROOFS)).toContain(step);
});

test('BAK-09 each step is done by the role whose work it is', () => {
  expect(STEPS.map((step) => [step, roleOfStep(step)])).toEqual([
    ['materials', 'production-supervisor'],
    ['making', 'baker'],
    ['quality-check', 'qc-inspector'],
    ['decoration', 'baker'],
    ['packing', 'packer'],
    ['delivery', 'delivery-staff'],
  ]);
});
