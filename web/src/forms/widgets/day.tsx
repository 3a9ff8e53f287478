import { parseDate, type CalendarDate } from '@internationalized/date';
import { DayPicker } from '../../ui/day-picker';
import { useForm } from '../context';
import type { WidgetProps } from '../widget';

/** A day of the calendar. */
export default function Day({ label, value, change, required, error }: WidgetProps<string>) {
  const { when } = useForm();
  const day = value === undefined ? null : parseDate(value);
  return (
    <DayPicker
      label={label}
      required={required}
      error={error}
      zone={when.zone}
      value={day}
      change={(next) => change(next === null ? undefined : (next as CalendarDate).toString())}
    />
  );
}
