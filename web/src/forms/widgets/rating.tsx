import type { WidgetProps } from '../widget';
import { useWords } from '../../words/words';
import { FORM_WORDS } from '../words';
import { ButtonRow } from './buttons';

/** Points, the least to the most. */
export function Rating({ field, value, change, ...props }: WidgetProps<number>) {
  const words = useWords(FORM_WORDS);
  const { minimum: least = 1, maximum: most = 5 } = field;
  const options = Array.from({ length: most - least + 1 }, (_, n) => ({ id: String(least + n), name: words.stars(least + n) }));
  return (
    <ButtonRow {...props} options={options} value={value === undefined ? undefined : String(value)} change={(id) => change(Number(id))} />
  );
}
