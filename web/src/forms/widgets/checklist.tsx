import { Check } from 'lucide-react';
import { Checkbox, CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Caption, Wrong } from '../../ui/caption';
import type { WidgetProps } from '../widget';
import './buttons.css';

/** Several of a list, gone through line by line. */
export function Checklist({ field, label, value = [], change, required, error }: WidgetProps<readonly string[]>) {
  const options = field.items?.oneOf ?? [];
  return (
    <CheckboxGroup value={[...value]} onChange={(all) => change(all)} isInvalid={error !== undefined}>
      <Caption label={label} required={required} />
      <div className="checklist">
        {options.map((one) => (
          <Checkbox key={one.const} value={one.const} className="tick">
            <span className="tick-box">
              <Check size={18} strokeWidth={3} aria-hidden="true" />
            </span>
            {one.title}
          </Checkbox>
        ))}
      </div>
      <Wrong error={error} />
    </CheckboxGroup>
  );
}
