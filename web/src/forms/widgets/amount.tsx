import { Input, NumberField } from 'react-aria-components/NumberField';
import { Caption, Wrong } from '../../ui/caption';
import type { WidgetProps } from '../widget';
import '../../ui/input.css';

/** A number; on a telephone typed on its number pad. */
export function Amount({ field, label, value, change, required, error }: WidgetProps<number>) {
  const whole = field.type === 'integer';
  return (
    <NumberField
      value={value ?? Number.NaN}
      onChange={(n) => change(Number.isNaN(n) ? undefined : n)}
      isInvalid={error !== undefined}
      formatOptions={{ maximumFractionDigits: whole ? 0 : 3, useGrouping: false }}
    >
      <Caption label={label} required={required} />
      <Input className="input" inputMode={whole ? 'numeric' : 'decimal'} />
      <Wrong error={error} />
    </NumberField>
  );
}
