import { Checkbox, CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Check } from 'lucide-react';
import { Caption, Wrong } from '../../ui/caption';
import type { WidgetProps } from '../widget';
import './buttons.css';

/** Several of a list, each a button that holds; a sign says which do, not the colour alone. */
export function Toggles({ field, label, value = [], change, required, error }: WidgetProps<readonly string[]>) {
  return (
    <CheckboxGroup value={[...value]} onChange={(all) => change(all)} isInvalid={error !== undefined}>
      <Caption label={label} required={required} />
      <div className="buttons">
        {(field.items?.oneOf ?? []).map((one) => (
          <Checkbox key={one.const} value={one.const} className="buttons-one toggle">
            {({ isSelected }) => (
              <>
                {isSelected && <Check size={16} aria-hidden="true" />}
                <span className="buttons-name">{one.title}</span>
              </>
            )}
          </Checkbox>
        ))}
      </div>
      <Wrong error={error} />
    </CheckboxGroup>
  );
}
