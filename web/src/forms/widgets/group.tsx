import { Plus, X } from 'lucide-react';
import { Button } from '../../ui/button';
import { useWords } from '../../words/words';
import { shownOf, requiredOf } from '../conditions';
import { useForm } from '../context';
import type { Values } from '../schema';
import { startOf } from '../values';
import type { WidgetProps } from '../widget';
import { FORM_WORDS } from '../words';
import './group.css';

/** Fields that belong together. One that may be left out stays closed until somebody wants to fill it in. */
export function Group({ field, pointer, label, value, change, required }: WidgetProps<Values>) {
  const { Field } = useForm();
  const words = useWords(FORM_WORDS);
  const now = value ?? {};
  if (value === undefined && !required)
    return (
      <Button onPress={() => change(startOf(field) as Values)}>
        <Plus size={18} aria-hidden="true" /> {words.addGroup(label)}
      </Button>
    );
  const needed = requiredOf(field, now);
  return (
    <fieldset className="group">
      {label !== '' && <legend className="caption">{label}</legend>}
      {shownOf(field, now).map(([name, child]) => (
        <Field
          key={name}
          field={child}
          pointer={`${pointer}/${name}`}
          label={child.title ?? name}
          value={now[name]}
          change={(one) => change({ ...now, [name]: one })}
          required={needed.has(name)}
        />
      ))}
      {!required && (
        <Button look="bare" onPress={() => change(undefined)}>
          <X size={18} aria-hidden="true" /> {words.dropGroup(label)}
        </Button>
      )}
    </fieldset>
  );
}
