import { useWords } from '../../words/words';
import type { WidgetProps } from '../widget';
import { FORM_WORDS } from '../words';
import { ButtonRow } from './buttons';

/** Yes or no, each said: a box that is not ticked could be a no or no answer. */
export function YesNo({ value, change, ...props }: WidgetProps<boolean>) {
  const words = useWords(FORM_WORDS);
  const options = [
    { id: 'yes', name: words.yes },
    { id: 'no', name: words.no },
  ];
  return (
    <ButtonRow
      {...props}
      options={options}
      value={value === undefined ? undefined : value ? 'yes' : 'no'}
      change={(id) => change(id === 'yes')}
    />
  );
}
