import { defineOrderKind } from '../orders/define.order-kind';
import { agendaAhead } from './agenda-ahead.rules';
import { agendaOnFile } from './agenda-on-file';
import type { MomentName } from './agenda.rules';
import { BENCHES } from './benches.rules';
import { ALTERNATIVE_IDS, swapFaults } from './alternatives.rules';
import { MOVES, type Move } from './gates.rules';
import { BAKERY_WORKFLOW } from './names.messages';
import { factsFromLines, lineFaults } from './order-lines.rules';
import { BAKERY_PAPERS } from './papers/bakery-papers';
import { PROOFS } from './photos.rules';
import { PRODUCTS } from './products.rules';
import { BAKERY_WORK, workOf } from './work.rules';
import { bakeryMeasures } from './measures.rules';
import { BAKERY, BAKERY_VERSION, bakeryRules, type BakeryRules } from './rulebook.rules';

declare module '../orders/order-kinds.messages' {
  interface OrderKinds {
    readonly bakery: { readonly rules: BakeryRules; readonly moment: MomentName; readonly move: Move };
  }
}

defineOrderKind({
  name: 'bakery',
  story: {
    workflow: BAKERY_WORKFLOW,
    title: '定制订单',
    details: '一张订单一个工作流，从接单到交付后第 13 天回访。条款编号见 docs/spec/bakery-orders.md。',
  },
  rulebook: { version: BAKERY_VERSION, numbers: bakeryRules, clauses: BAKERY },
  products: PRODUCTS,
  lineFaults,
  factsOf: factsFromLines,
  agendaOf: agendaOnFile,
  agendaAhead,
  work: BAKERY_WORK,
  workAhead: (facts, rules) => workOf(facts, rules),
  moves: MOVES,
  proofs: PROOFS,
  benches: BENCHES,
  sheet: 'sign-task-sheet',
  trackedBy: 'feasibility-review',
  papers: BAKERY_PAPERS,
  alternatives: ALTERNATIVE_IDS,
  swapFaults,
  measures: bakeryMeasures,
});
