import { CalendarDateTime, today, type CalendarDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Group,
  Popover,
} from 'react-aria-components/DatePicker';
import { Heading } from 'react-aria-components/Heading';
import { Dialog } from 'react-aria-components/Dialog';
import { Caption, Wrong } from './caption';
import './day-picker.css';

interface DayPickerProps {
  readonly label: string;
  readonly required: boolean;
  readonly error: string | undefined;
  readonly value: CalendarDate | CalendarDateTime | null;
  readonly change: (value: CalendarDate | CalendarDateTime | null) => void;
  /** Whose day one begins with while nothing is chosen. */
  readonly zone: string;
  /** Absent: days alone. */
  readonly granularity?: 'hour' | 'minute';
  /** The chosen instant in words. */
  readonly note?: string | undefined;
}

/** At which time of a day one begins. */
const FIRST_HOUR = 9;

/** A day, or a day and a time, typed segment by segment or taken from a calendar. */
export function DayPicker({ label, required, error, value, change, zone, granularity, note }: DayPickerProps) {
  const begin = today(zone);
  return (
    <DatePicker
      className="day-picker"
      value={value}
      onChange={(next) => change(next)}
      isInvalid={error !== undefined}
      granularity={granularity ?? 'day'}
      hourCycle={24}
      shouldForceLeadingZeros
      placeholderValue={granularity === undefined ? begin : new CalendarDateTime(begin.year, begin.month, begin.day, FIRST_HOUR)}
    >
      <Caption label={label} required={required} />
      <Group className="input day-picker-box">
        <DateInput className="day-picker-segments">
          {(segment) => <DateSegment segment={segment} className="day-picker-segment" />}
        </DateInput>
        <Button className="day-picker-open">
          <CalendarDays size={18} aria-hidden="true" />
        </Button>
      </Group>
      {note !== undefined && <p className="input-note">{note}</p>}
      <Wrong error={error} />
      <Popover className="popover">
        <Dialog className="day-picker-dialog">
          <Calendar>
            <header className="day-picker-head">
              <Button slot="previous" className="button button-bare">
                <ChevronLeft size={18} aria-hidden="true" />
              </Button>
              <Heading className="day-picker-month" />
              <Button slot="next" className="button button-bare">
                <ChevronRight size={18} aria-hidden="true" />
              </Button>
            </header>
            <CalendarGrid className="day-picker-grid">{(date) => <CalendarCell date={date} className="day-picker-cell" />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
