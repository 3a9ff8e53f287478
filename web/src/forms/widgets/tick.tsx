import { Check } from 'lucide-react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { TriangleAlert } from 'lucide-react';
import type { WidgetProps } from '../widget';
import './buttons.css';

/** Something that is so or is not said: there is no other answer than yes. */
export function Tick({ label, value, change, error }: WidgetProps<boolean>) {
  return (
    <>
      <Checkbox
        className="tick"
        isSelected={value === true}
        onChange={(on) => change(on ? true : undefined)}
        isInvalid={error !== undefined}
      >
        <span className="tick-box">
          <Check size={18} strokeWidth={3} aria-hidden="true" />
        </span>
        {label}
      </Checkbox>
      {error !== undefined && (
        <p className="wrong">
          <TriangleAlert size={16} aria-hidden="true" /> {error}
        </p>
      )}
    </>
  );
}
