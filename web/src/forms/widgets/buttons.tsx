import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Caption, Wrong } from '../../ui/caption';
import type { WidgetProps } from '../widget';
import './buttons.css';

/** One of a few, each a button of its own. */
export function Buttons({ field, ...props }: WidgetProps<string>) {
  return <ButtonRow {...props} options={(field.oneOf ?? []).map((one) => ({ id: one.const, name: one.title }))} />;
}

type ButtonRowProps = Omit<WidgetProps<string>, 'field'> & { readonly options: readonly { readonly id: string; readonly name: string }[] };

/** Buttons of which one holds. */
export function ButtonRow({ label, value, change, required, error, options }: ButtonRowProps) {
  return (
    <RadioGroup
      value={value ?? null}
      onChange={change}
      isInvalid={error !== undefined}
      orientation="horizontal"
      {...(label === '' && { 'aria-label': ' ' })}
    >
      <Caption label={label} required={required} />
      <div className="buttons">
        {options.map(({ id, name }) => (
          <Radio key={id} value={id} className="buttons-one">
            <span className="buttons-name">{name}</span>
          </Radio>
        ))}
      </div>
      <Wrong error={error} />
    </RadioGroup>
  );
}
