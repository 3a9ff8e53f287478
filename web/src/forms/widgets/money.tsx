import { useState } from 'react';
import { Input, TextField } from 'react-aria-components/TextField';
import { Caption, Wrong } from '../../ui/caption';
import { fenOf, yuanOf } from '../money';
import type { WidgetProps } from '../widget';
import '../../ui/input.css';

/** An amount, typed in yuan and sent in fen. */
export function Money({ label, value, change, required, error }: WidgetProps<number>) {
  const [typed, setTyped] = useState(value === undefined ? '' : yuanOf(value));
  const shown = fenOf(typed) === value ? typed : value === undefined ? typed : yuanOf(value);
  return (
    <TextField
      value={shown}
      onChange={(text) => {
        setTyped(text);
        change(fenOf(text));
      }}
      onBlur={() => value !== undefined && setTyped(yuanOf(value))}
      isInvalid={error !== undefined}
    >
      <Caption label={label} required={required} />
      <div className="input-group">
        <span aria-hidden="true">¥</span>
        <Input className="input" inputMode="decimal" autoComplete="off" placeholder="0.00" />
      </div>
      <Wrong error={error} />
    </TextField>
  );
}
