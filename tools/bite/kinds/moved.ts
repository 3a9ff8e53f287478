import ts from 'typescript';
import { nameOf } from '../rule-ids';
import { nextWord } from '../words';
import type { Breaker } from '.';
import { replaced } from './edits';

/** Seconds of the units that can be divided; of all others there are only whole ones. */
const SECONDS: Readonly<Record<string, number>> = { hours: 3600, minutes: 60, seconds: 1 };
const WHOLE = new Set(['calendarDays', 'calendar-days', 'workingDays', 'working-days', 'workingHours', 'working-hours', 'days']);

/** `hours(24)` or `{ unit: 'hours', n: 24 }`: the unit of an amount of time. */
function unitOf(node: ts.NumericLiteral): string | undefined {
  const { parent } = node;
  if (ts.isCallExpression(parent) && ts.isIdentifier(parent.expression)) return parent.expression.text;
  if (!ts.isPropertyAssignment(parent) || !ts.isObjectLiteralExpression(parent.parent)) return undefined;
  const unit = parent.parent.properties.find((property) => nameOf(property) === 'unit');
  return unit && ts.isPropertyAssignment(unit) && ts.isStringLiteral(unit.initializer) ? unit.initializer.text : undefined;
}

/** Is it an amount of time, to be moved rather than counted up? */
export const isAmount = (node: ts.NumericLiteral): boolean => {
  const unit = unitOf(node) ?? '';
  return unit in SECONDS || WHOLE.has(unit);
};

/** An hour, a minute: one second more, where that is exact; a day one more. A time of day is a minute later, a moment another. */
export const moved: Breaker = (node, { code }, { moments }) => {
  if (code) return [];
  if (ts.isNumericLiteral(node) && isAmount(node)) return [replaced('moved', node, later(Number(node.text), SECONDS[unitOf(node) ?? '']))];
  if (!ts.isStringLiteral(node)) return [];
  if (/^\d\d:\d\d$/.test(node.text)) return [replaced('moved', node, `'${minuteLater(node.text)}'`)];
  const other =
    ts.isPropertyAssignment(node.parent) && node.parent.initializer === node
      ? nextWord(moments, node.text, new Set([node.text]))
      : undefined;
  return other === undefined ? [] : [replaced('moved', node, `'${other}'`)];
};

/** A second later, or the few seconds with which the amount is still a whole number of milliseconds. */
function later(n: number, seconds?: number): string {
  if (seconds === undefined || seconds === 1) return String(n + 1);
  const exact = [1, 2, 3, 4, 5, 10, 15, 30].find(
    (more) => ((n * seconds + more) / seconds) * (seconds * 1000) === (n * seconds + more) * 1000,
  );
  return exact === undefined ? String(n + 1) : `${n * seconds + exact} / ${seconds}`;
}

function minuteLater(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const all = (hours * 60 + minutes + 1) % 1440;
  return [Math.floor(all / 60), all % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
