import { lazy, type ComponentType } from 'react';
import type { Field } from './schema';
import { Buttons } from './widgets/buttons';
import { Checklist } from './widgets/checklist';
import { Group } from './widgets/group';
import { Lines } from './widgets/lines';
import { Money } from './widgets/money';
import { Amount } from './widgets/amount';
import { Parts } from './widgets/parts';
import { OrderNumber } from './widgets/order-number';
import { Rating } from './widgets/rating';
import { Rows } from './widgets/rows';
import { Shown } from './widgets/shown';
import { Line, LongText, Telephone } from './widgets/text';
import { Tick } from './widgets/tick';
import { Toggles } from './widgets/toggles';
import { YesNo } from './widgets/yes-no';
import type { WidgetProps } from './widget';

type AnyWidget = ComponentType<WidgetProps<never>>;

/** Lists, dates and pictures are fetched when a form first asks for one. */
const Choice = lazy(() => import('./widgets/choice'));
const Instant = lazy(() => import('./widgets/instant'));
const Day = lazy(() => import('./widgets/day'));
const Photo = lazy(() => import('./widgets/photo'));
const Signature = lazy(() => import('./widgets/signature'));

const byName: Readonly<Record<string, AnyWidget>> = {
  shown: Shown,
  rows: Rows,
  lines: Lines,
  checklist: Checklist,
  group: Group,
  parts: Parts,
  tick: Tick,
  'yes-no': YesNo,
  buttons: Buttons,
  list: Choice,
  person: Choice,
  ingredient: Choice,
  supplier: Choice,
  instant: Instant,
  'whole-hour': Instant,
  day: Day,
  number: Amount,
  money: Money,
  text: LongText,
  line: Line,
  phone: Telephone,
  toggles: Toggles,
  photo: Photo,
  signature: Signature,
  'order-number': OrderNumber,
  rating: Rating,
};

/** What every type can be filled in with, whatever a later chapter calls it. */
function byType({ type, oneOf, items }: Field): AnyWidget {
  if (oneOf) return Choice;
  if (type === 'array') return items?.type === 'object' ? Rows : items?.oneOf ? Checklist : Lines;
  if (type === 'object') return Group;
  if (type === 'boolean') return YesNo;
  if (type === 'integer' || type === 'number') return Amount;
  return Line;
}

/** The widgets, by the API's words for them. */
export const REGISTER = { byName, byType };
