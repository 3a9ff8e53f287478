import type { Route } from '../platform/http/route';
import type { Tongue } from '../platform/words/instants';
import { ruleValueText } from '../platform/words/rule-values';
import { orderKinds, type KindOfOrder } from './define.order-kind';
import { route } from './shop.permissions';
import { heldVersions } from './rulebook.repository';
import { RulebookView } from './rulebook.schema';
import type { Services } from './services';

/** The numbers by which orders live, beside their clauses, and which versions of them open orders carry (ADR 2). */
export const rulebookRoutes = (services: Services): Route[] => [
  route({
    key: 'GET /rulebook',
    summary: 'The rules’ numbers in force for each kind of order, and which versions open orders carry',
    tag: 'orders',
    status: 200,
    answer: RulebookView,
    async handle({ staff, language }) {
      const held = await heldVersions(services.db, staff.storeId);
      const books = orderKinds().map(({ name, rulebook }) => ({
        kind: name,
        version: rulebook.version,
        rules: rulesOf(rulebook, language),
        held: held.filter(({ kind }) => kind === name).map(({ version, orders }) => ({ version, orders })),
      }));
      return { status: 200, body: { books } };
    },
  }),
];

type ShownRule = RulebookView['books'][number]['rules'][number];

/** Its clauses under their rules, each rule where it is first named. */
function rulesOf({ clauses }: KindOfOrder['rulebook'], language: Tongue): ShownRule[] {
  const rules = new Map<string, ShownRule>();
  for (const [name, { id, zh, en, value, source }] of Object.entries(clauses)) {
    const rule = rules.get(id) ?? { id, clauses: [] };
    rule.clauses.push({ name, zh, en, value: ruleValueText(value, language), unit: value.unit, source });
    rules.set(id, rule);
  }
  return [...rules.values()];
}
