import { Plus, X } from 'lucide-react';
import { Button } from '../../ui/button';
import { useWords } from '../../words/words';
import { useForm } from '../context';
import type { WidgetProps } from '../widget';
import { FORM_WORDS } from '../words';
import { ListFrame } from './list-frame';
import './group.css';

/** A list of single things: texts, dates, numbers. */
export function Lines({ field, pointer, value = [], change, ...frame }: WidgetProps<readonly unknown[]>) {
  const { Field } = useForm();
  const words = useWords(FORM_WORDS);
  const item = field.items ?? {};
  // one line stands ready: what is left empty is not sent
  const shown = value.length === 0 ? [undefined] : value;
  return (
    <ListFrame {...frame}>
      <ol className="rows">
        {shown.map((one, n) => (
          <li key={n} className="row">
            <Field
              field={item}
              pointer={`${pointer}/${n}`}
              label={words.nth(n + 1)}
              value={one}
              change={(next) => change(shown.map((other, at) => (at === n ? next : other)))}
              required
            />
            {shown.length > 1 && (
              <Button
                look="bare"
                aria-label={`${words.remove} ${words.nth(n + 1)}`}
                onPress={() => change(shown.filter((_, at) => at !== n))}
              >
                <X size={18} aria-hidden="true" />
              </Button>
            )}
          </li>
        ))}
      </ol>
      {shown.length < (field.maxItems ?? Infinity) && (
        <Button onPress={() => change([...shown, undefined])}>
          <Plus size={18} aria-hidden="true" /> {words.add}
        </Button>
      )}
    </ListFrame>
  );
}
