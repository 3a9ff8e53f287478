import { Plus, X } from 'lucide-react';
import { Button } from '../../ui/button';
import { useWords } from '../../words/words';
import { requiredOf, shownOf } from '../conditions';
import { useForm } from '../context';
import type { Values } from '../schema';
import { startOf } from '../values';
import type { WidgetProps } from '../widget';
import { FORM_WORDS } from '../words';
import { ListFrame } from './list-frame';
import './group.css';

/** A list of things that have several fields each. */
export function Rows({ field, pointer, value = [], change, ...frame }: WidgetProps<readonly Values[]>) {
  const { Field } = useForm();
  const words = useWords(FORM_WORDS);
  const item = field.items ?? {};
  const put = (n: number, row: Values): void => change(value.map((other, at) => (at === n ? row : other)));
  return (
    <ListFrame {...frame}>
      <ol className="rows">
        {value.map((row, n) => (
          <li key={n} className="row">
            <div className="row-fields" role="group" aria-label={words.nth(n + 1)}>
              {shownOf(item, row).map(([name, child]) => (
                <Field
                  key={name}
                  field={child}
                  pointer={`${pointer}/${n}/${name}`}
                  label={child.title ?? name}
                  value={row[name]}
                  change={(one) => put(n, { ...row, [name]: one })}
                  required={requiredOf(item, row).has(name)}
                />
              ))}
            </div>
            <Button
              look="bare"
              aria-label={`${words.remove} ${words.nth(n + 1)}`}
              onPress={() => change(value.filter((_, at) => at !== n))}
            >
              <X size={18} aria-hidden="true" />
            </Button>
          </li>
        ))}
      </ol>
      {value.length < (field.maxItems ?? Infinity) && (
        <Button onPress={() => change([...value, startOf(item) as Values])}>
          <Plus size={18} aria-hidden="true" /> {words.add}
        </Button>
      )}
    </ListFrame>
  );
}
