import type { Damage } from './breaker';
import { CHAOS_PARTS, WOUNDS, type Wound } from './faults';
import type { Finding } from './oracle/finding';
import type { Judgement } from './oracle/oracle';
import type { WoundRecord } from './wounds';

/** A run's figures and what the oracle found; `bench/chaos-last.json` holds one. */
export interface ChaosReport extends Judgement {
  readonly seed: number;
  readonly minutes: number;
  readonly clockRate: number;
  readonly damage: Damage;
  readonly wounds: readonly WoundRecord[];
  /** Writes that began at one API while another about the same order was under way at the other one. */
  readonly meetings: number;
  /** Tries that each API answered. */
  readonly answers: readonly number[];
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
    ['answers by each API, writes about one order at both at once', `${report.answers.join(' and ')}, ${report.meetings}`],
    ['kills in all', killsOf(damage)],
    ...CHAOS_PARTS.map((part): [string, string] => [
      part,
      `${damage.kills[part]} kills, ${damage.stops[part]} stops, ${damage.deaths[part]} deaths; longest away ${seconds(damage.longestAwayMs[part])}`,
    ]),
    ...WOUNDS.map((wound): [string, string] => [wound, `${damage.wounds[wound]} times; ${onFile(report.wounds, wound)}`]),
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

/** Planned ones and those of the wounds. */
export const killsOf = ({ kills, wounds }: Damage): number =>
  [...Object.values(kills), ...Object.values(wounds)].reduce((sum, n) => sum + n, 0);

function onFile(wounds: readonly WoundRecord[], wound: Wound): string {
  const times = wounds.filter((one) => one.wound === wound).flatMap(({ onFileMs }) => onFileMs ?? []);
  return times.length === 0 ? 'none on file' : `on file after ${seconds(Math.max(...times))} at the longest, nobody asking`;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
