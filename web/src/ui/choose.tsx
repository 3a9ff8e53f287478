import { ComboBox, Input, ListBox, ListBoxItem, Popover, Button } from 'react-aria-components/ComboBox';
import { Select, SelectValue } from 'react-aria-components/Select';
import { ChevronDown } from 'lucide-react';
import { FORM_WORDS } from '../forms/words';
import { useWords } from '../words/words';
import { Caption, Wrong } from './caption';
import './choose.css';
import './input.css';

/** With more choices than these one types to find. */
const MOST_TO_LOOK_THROUGH = 10;

interface ChooseProps {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly value: string | null;
  readonly change: (id: string | undefined) => void;
  readonly required?: boolean;
  readonly error?: string | undefined;
}

/** One of a list: looked through when it is short, found by typing when it is long. */
export function Choose({ label, options, value, change, required = true, error }: ChooseProps) {
  const words = useWords(FORM_WORDS);
  const shared = { isInvalid: error !== undefined, className: 'choose', ...(label === '' && { 'aria-label': words.choose }) };
  const list = (
    <Popover className="popover">
      <ListBox items={options} className="listbox" renderEmptyState={() => <p className="listbox-empty">{words.none}</p>}>
        {({ id, name }) => (
          <ListBoxItem id={id} textValue={name} className="listbox-item">
            {name}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
  if (options.length > MOST_TO_LOOK_THROUGH)
    return (
      <ComboBox
        {...shared}
        value={value}
        onChange={(id) => change(id === null ? undefined : String(id))}
        defaultItems={options}
        menuTrigger="focus"
      >
        <Caption label={label} required={required} />
        <div className="choose-box">
          <Input className="input" placeholder={words.choose} />
          <Button className="choose-open">
            <ChevronDown size={18} aria-hidden="true" />
          </Button>
        </div>
        <Wrong error={error} />
        {list}
      </ComboBox>
    );
  return (
    <Select {...shared} value={value} onChange={(id) => change(id === null ? undefined : String(id))} placeholder={words.choose}>
      <Caption label={label} required={required} />
      <Button className="input choose-button">
        <SelectValue />
        <ChevronDown size={18} aria-hidden="true" />
      </Button>
      <Wrong error={error} />
      {list}
    </Select>
  );
}
