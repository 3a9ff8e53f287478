import { houseTasks, type HouseTask } from '../support/house';
import { roleOfStep } from '../../src/bakery/bakery.tasks';
import { STEPS } from '../../src/bakery/tasks/steps.rules';
import { taskRule } from '../../src/process/tasks/tasks.rules';

/** Whose step it is and who hears next when it is late, by hand from the catalogue and its Index E. */
const WHOSE: { readonly [K in HouseTask]: readonly [rules: string, whose: string] } = {
  'confirm-design': ['BAK-25 BAK-26', 'sales-consultant, then store-manager'],
  'feasibility-review': ['BAK-27 BAK-28 BAK-29 BAK-30', 'production-supervisor, then store-manager'],
  'offer-alternative': ['BAK-27', 'sales-consultant, then store-manager'],
  'chase-deposit': ['BAK-31', 'sales-consultant, then store-manager'],
  'change-decision': ['BAK-37', 'store-manager, then management'],
  'acknowledge-allergen': ['BAK-38', 'sales-consultant, then store-manager'],
  'cancellation-decision': ['BAK-39 BAK-40', 'store-manager, then management'],
  refund: ['BAK-39 BAK-40', 'finance, then store-manager'],
  'materials-settled': ['BAK-48', 'production-supervisor, then store-manager'],
  'materials-complete': ['BAK-47', 'production-supervisor, then store-manager'],
  'sign-task-sheet': ['BAK-44', 'baker, then production-supervisor, then store-manager'],
  'telephone-customer': ['BAK-08 BAK-45 BAK-60', 'sales-consultant, then customer-service, then store-manager'],
  'making-done': ['BAK-46', 'baker, then production-supervisor, then store-manager'],
  'daily-photos': ['BAK-49 BAK-50', 'baker, then production-supervisor, then store-manager'],
  'quality-check': ['BAK-51', 'qc-inspector, then production-supervisor, then store-manager'],
  'decoration-done': ['BAK-52', 'baker, then production-supervisor and sales-consultant, then store-manager'],
  'packing-checklist': [
    'BAK-62 BAK-63 BAK-64 BAK-65 BAK-66 BAK-67 BAK-68 BAK-69',
    'packer, then production-supervisor, then store-manager',
  ],
  'dispatch-check': ['BAK-70 BAK-71 BAK-73', 'delivery-staff, then production-supervisor and sales-consultant, then store-manager'],
  'hand-over': ['BAK-75', 'delivery-staff, then production-supervisor, then store-manager'],
  'settle-balance': ['BAK-77', 'finance, then store-manager and sales-consultant'],
  'follow-up-visit': ['AFT-88 AFT-89 AFT-90 AFT-91', 'customer-service, then store-manager'],
  'answer-exception': ['BAK-58 BAK-86', 'production-supervisor, then store-manager'],
  'contact-supplier': ['BAK-59', 'production-supervisor, then store-manager'],
  escalated: ['BAK-61', 'store-manager, then management'],
  'committee-vote': ['BAK-81', 'food-safety-committee, then store-manager'],
  repair: ['BAK-41', 'store-manager, then management'],
};

const whoseIs = (kind: HouseTask): string => {
  const { role, ladder, alsoTell = [] } = taskRule(kind);
  return [role, ...ladder.map((rung, n) => (n === 0 ? [rung, ...alsoTell].join(' and ') : rung))].join(', then ');
};

test.each(houseTasks().map((kind): [string, HouseTask] => [WHOSE[kind][0], kind]))(
  '%s, the step %s: whose it is, and who hears that it is late',
  (rules, kind) => {
    expect([taskRule(kind).ruleIds.join(' '), whoseIs(kind)]).toEqual([rules, WHOSE[kind][1]]);
  },
);

/** What a step has beside. */
const besides = <F extends 'about' | 'photos' | 'yesNo' | 'dueBy' | 'forCustomers' | 'membersOnly'>(field: F) =>
  Object.fromEntries(houseTasks().flatMap((kind) => (taskRule(kind)[field] === undefined ? [] : [[kind, taskRule(kind)[field]]])));

test('BAK-25 BAK-52 BAK-64 BAK-75 which photo an answer names, and what it proves', () => {
  expect(besides('photos')).toEqual({
    'confirm-design': { draftPhotoId: 'design-draft' },
    'decoration-done': { photoId: 'decoration' },
    'packing-checklist': { labelPhotoId: 'fragile-label' },
    'hand-over': { photoId: 'hand-over', signatureId: 'signature' },
  });
});

test('BAK-25 BAK-37 BAK-38 BAK-39 BAK-51 BAK-61 BAK-81 what yes and no mean where a step can be answered from Temporal UI', () => {
  expect(besides('yesNo')).toEqual({
    'confirm-design': [{ outcome: 'approved' }, { outcome: 'rejected' }],
    'change-decision': [{ decision: 'approve' }, { decision: 'reject' }],
    'acknowledge-allergen': [{ acknowledged: true }, { acknowledged: false }],
    'cancellation-decision': [{ decision: 'approve' }, { decision: 'reject' }],
    'quality-check': [{ result: 'pass' }, { result: 'fail' }],
    escalated: [{ decision: 'continue' }, { decision: 'rework' }],
    'committee-vote': [{ vote: 'release' }, { vote: 'hold' }],
  });
});

test('BAK-44 BAK-52 BAK-70 which steps move with the plan, and when they are reminded of', () => {
  expect(besides('dueBy')).toEqual({
    'sign-task-sheet': { due: 'planned-start' },
    'decoration-done': { due: 'decoration-due', remind: 'decoration-remind' },
    'dispatch-check': { due: 'dispatch-due', remind: 'dispatch-remind' },
  });
});

test('BAK-08 BAK-37 BAK-38 BAK-39 BAK-41 BAK-49 BAK-51 BAK-58 BAK-59 BAK-61 BAK-81 what tells open steps of one kind apart', () => {
  expect(besides('about')).toEqual({
    'change-decision': ['change'],
    'acknowledge-allergen': ['allergens'],
    refund: ['why'],
    'telephone-customer': ['why', 'exception'],
    'daily-photos': ['day'],
    'quality-check': ['day', 'final'],
    'answer-exception': ['exception'],
    'contact-supplier': ['exception'],
    escalated: ['exception'],
    'committee-vote': ['exception'],
    repair: ['what', 'exception'],
  });
});

test('BAK-25 the customer confirms the design', () => expect(besides('forCustomers')).toEqual({ 'confirm-design': true }));

test('BAK-81 only members of the committee vote', () => expect(besides('membersOnly')).toEqual({ 'committee-vote': true }));

test('BAK-04 BAK-09 the steps whose people the review names, and the role that each asks for', () => {
  expect(STEPS.map((step) => `${step}: ${roleOfStep(step)}`)).toEqual([
    'materials: production-supervisor',
    'making: baker',
    'quality-check: qc-inspector',
    'decoration: baker',
    'packing: packer',
    'delivery: delivery-staff',
  ]);
});
