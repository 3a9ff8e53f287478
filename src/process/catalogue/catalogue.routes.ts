import { REFUSALS, type RefusalCode } from '../../base/refusals';
import type { Route } from '../../platform/http/route';
import { DEPARTMENT_NAMES, ROLE_NAMES } from '../../platform/words/names';
import { REMEDIES } from '../../platform/words/remedies';
import { letterOf, noticeTemplates } from '../outbox/register.letters';
import { route } from '../permissions';
import { taskKinds, taskRule } from '../tasks/tasks.rules';
import { CatalogueView } from './catalogue.schema';
import { catalogueLists, defineCatalogue, entriesOf, type CatalogueEntry } from './register';

/** The kinds of human step of all chapters: whose each is, and which rules ask for it. */
const taskEntries = (): CatalogueEntry[] =>
  taskKinds().map((id) => {
    const { zh, en, role, ruleIds } = taskRule(id);
    return { id, zh, en, role, ruleIds };
  });

/** The letters of all chapters: for whom each was made. Staff may be told by a copy. */
const letterEntries = (): CatalogueEntry[] =>
  noticeTemplates().map((id) => {
    const { name, recipient } = letterOf(id);
    return { id, ...name, recipient };
  });

/** What everything is called. It is the same for every member of staff until another Levain is started. */
export const catalogueRoutes = (): Route[] => [
  route({
    key: 'GET /catalogue',
    summary: 'What the shop’s things are called, in both languages',
    tag: 'sessions',
    status: 200,
    answer: CatalogueView,
    handle: () =>
      Promise.resolve({ status: 200, body: { lists: { ...catalogueLists(), taskKinds: taskEntries(), letters: letterEntries() } } }),
  }),
];

/** Every refusal with its title, its status and what a person does about it. */
const problemEntries = (): CatalogueEntry[] =>
  Object.entries(REFUSALS).map(([id, { title, zh, status }]) => ({ id, zh, en: title, status, remedy: REMEDIES[id as RefusalCode] }));

defineCatalogue({ roles: entriesOf(ROLE_NAMES), departments: entriesOf(DEPARTMENT_NAMES), problems: problemEntries() });
