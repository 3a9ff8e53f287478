import type { Explained } from './explained';
import type { Verdict } from './judge';
import { countsOf } from './report';

const BEGIN = '<!-- bite: written by npm run bite -- --write -->';
const END = '<!-- /bite -->';
const HEAD = ['| rule | bites | killed | survived | explained | untested | red |', '| --- | ---: | ---: | ---: | ---: | ---: | ---: |'];

/** The page with the rows of the rules that were run; the rows of others stay. A bite counts for the first rule it names. */
export function pageWith(page: string, verdicts: readonly Verdict[], explained: Explained): string {
  const [before, rest] = page.split(BEGIN);
  const [old, after] = rest?.split(END) ?? [];
  if (before === undefined || old === undefined || after === undefined) throw new Error(`The page must hold ${BEGIN} and ${END}.`);
  const rows = new Map(old.split('\n').flatMap((line) => (/^\| [A-Z]{3}-/.test(line) ? [[line.split(' ')[1]!, line] as const] : [])));
  for (const rule of new Set(verdicts.map(ruleOf))) {
    const {
      bites,
      killed,
      survived,
      explained: known,
      untested,
      red,
    } = countsOf(
      verdicts.filter((one) => ruleOf(one) === rule),
      explained,
    );
    rows.set(rule, `| ${[rule, bites, killed, survived, known, untested, red].join(' | ')} |`);
  }
  const lines = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
  return [before, BEGIN, '\n', [...HEAD, ...lines].join('\n'), '\n', END, after].join('');
}

const ruleOf = ({ bite }: Verdict): string => bite.ids[0] ?? '';
