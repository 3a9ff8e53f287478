import { PART_NAMES } from '../../src/local-shop/part';
import type { Damage } from './breaker';
import type { Finding } from './oracle/finding';
import type { Judgement } from './oracle/oracle';

/** A run's figures and what the oracle found; `bench/chaos-last.json` holds one. */
export interface ChaosReport extends Judgement {
  readonly seed: number;
  readonly minutes: number;
  readonly clockRate: number;
  readonly damage: Damage;
  /** Longest time, real ms, a caller waited for the one answer, all its tries included. */
  readonly longestWaitMs: number;
  /** Tries by HTTP status. */
  readonly tries: Readonly<Record<string, number>>;
  /** Orders whose people gave a step up, and why. */
  readonly gaveUp: readonly string[];
  readonly restMs: number;
}

/** A 500 is a code nobody was promised; what people gave up may hide a lost step. */
export const verdictOf = ({ findings, gaveUp, tries }: ChaosReport): 'passed' | 'FAILED' =>
  findings.length === 0 && gaveUp.length === 0 && (tries['500'] ?? 0) === 0 ? 'passed' : 'FAILED';

const MOST_SHOWN = 25;

/** The report as people read it. */
export function tableOf(report: ChaosReport): string {
  const { acts, letters, damage, findings, gaveUp, tries } = report;
  const found = (what: Finding['what']): number => findings.filter((finding) => finding.what === what).length;
  const rows: [string, string | number][] = [
    ['seed, minutes, clock', `${report.seed}, ${report.minutes}, ${report.clockRate} times the world’s`],
    ['orders, of them waiting for their visit’s day', `${report.orders}, ${report.waiting}`],
    ['acts acknowledged / refused / unknown', `${acts.ok} / ${acts.fail} / ${acts.unknown}`],
    [
      'tries by status',
      Object.entries(tries)
        .map(([status, n]) => `${status}: ${n}`)
        .join(', '),
    ],
    ['timeline rows, history events', `${report.timelineRows}, ${report.historyEvents}`],
    ['notices, letters arrived, known repeats', `${letters.notices}, ${letters.delivered}, ${letters.repeats}`],
    ...PART_NAMES.map((part): [string, string] => [
      part,
      `${damage.kills[part]} kills, ${damage.stops[part]} stops, ${damage.deaths[part]} deaths; longest away ${seconds(damage.longestAwayMs[part])}`,
    ]),
    ['longest wait of a caller', seconds(report.longestWaitMs)],
    ['at rest after the healing', seconds(report.restMs)],
    ['lost', found('lost')],
    ['double', found('double')],
    ['stuck', found('stuck')],
    ['broken records', found('broken')],
    ['given up by their people', gaveUp.length],
    ['verdict', verdictOf(report)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const details = [...findings.map(({ what, about, detail }) => `${what}  ${about}: ${detail}`), ...gaveUp.map((why) => `gave up  ${why}`)];
  return [
    ...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
    ...details.slice(0, MOST_SHOWN),
    ...(details.length > MOST_SHOWN ? [`… and ${details.length - MOST_SHOWN} more in the JSON`] : []),
  ].join('\n');
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
