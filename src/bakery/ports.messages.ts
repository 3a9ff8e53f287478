import type { AgendaFacts, Moment, ProductionDay } from './agenda.rules';
import type { BakeryRules } from './rulebook.rules';

export interface PlanAgenda {
  readonly storeId: string;
  readonly facts: AgendaFacts;
  readonly rules: BakeryRules;
}
export interface PlanProductionDay {
  readonly storeId: string;
  readonly from: number;
  readonly rules: BakeryRules;
}

/** The activities of a bakery's order. */
export interface BakeryActivities {
  planAgenda(request: PlanAgenda): Promise<Moment[]>;
  planProductionDay(request: PlanProductionDay): Promise<ProductionDay>;
}
