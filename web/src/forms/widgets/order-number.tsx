import { Input, TextField } from 'react-aria-components/TextField';
import { Caption, Wrong } from '../../ui/caption';
import type { WidgetProps } from '../widget';
import '../../ui/input.css';

/** The number on the box, typed by hand so that the box was looked at (BAK-69): nothing is suggested and nothing completed. */
export function OrderNumber({ label, value = '', change, required, error }: WidgetProps<string>) {
  return (
    <TextField value={value} onChange={(text) => change(text.replace(/\D/g, ''))} isInvalid={error !== undefined}>
      <Caption label={label} required={required} />
      <Input className="input" inputMode="numeric" autoComplete="off" maxLength={32} />
      <Wrong error={error} />
    </TextField>
  );
}
