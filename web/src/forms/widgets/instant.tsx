import { parseAbsolute, toCalendarDateTime, toZoned } from '@internationalized/date';
import { showInstant } from '../../time/time';
import { shopNow } from '../../time/shop-clock';
import { DayPicker } from '../../ui/day-picker';
import { useForm } from '../context';
import type { WidgetProps } from '../widget';

/** An instant on the store's own clock, whatever the browser's zone is: a day and a time, the hour alone where the form asks for one. */
export default function Instant({ field, label, value, change, required, error }: WidgetProps<string>) {
  const { when } = useForm();
  const wall = value === undefined ? null : toCalendarDateTime(parseAbsolute(value, when.zone));
  const whole = field.ui?.widget === 'whole-hour';
  return (
    <DayPicker
      label={label}
      required={required}
      error={error}
      zone={when.zone}
      value={wall}
      granularity={whole ? 'hour' : 'minute'}
      note={value === undefined ? undefined : showInstant(value, when, shopNow())}
      change={(next) => change(next === null ? undefined : toZoned(next, when.zone).toAbsoluteString())}
    />
  );
}
