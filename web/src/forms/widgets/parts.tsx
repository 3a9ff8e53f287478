import { Pencil, Undo2 } from 'lucide-react';
import { Button } from '../../ui/button';
import { useWords } from '../../words/words';
import { useForm } from '../context';
import type { Values } from '../schema';
import { startOf } from '../values';
import type { WidgetProps } from '../widget';
import { FORM_WORDS } from '../words';
import { ListFrame } from './list-frame';
import './group.css';

/** Parts of something that stands, of which some are to be different: each is opened to be changed, as it is now, and what stays closed stays as it is. */
export function Parts({ field, pointer, value = {}, change, ...frame }: WidgetProps<Values>) {
  const { Field } = useForm();
  const words = useWords(FORM_WORDS);
  const without = (name: string): Values => Object.fromEntries(Object.entries(value).filter(([one]) => one !== name));
  return (
    <ListFrame {...frame}>
      {Object.entries(field.properties ?? {}).map(([name, child]) => {
        const label = child.title ?? name;
        if (!(name in value))
          return (
            <Button key={name} onPress={() => change({ ...value, [name]: startOf(child) ?? null })}>
              <Pencil size={18} aria-hidden="true" /> {words.openPart(label)}
            </Button>
          );
        return (
          <div key={name} className="part">
            <Field
              field={child}
              pointer={`${pointer}/${name}`}
              label={label}
              value={value[name] ?? undefined}
              change={(one) => change({ ...value, [name]: one ?? null })}
              required
            />
            <Button look="bare" onPress={() => change(without(name))}>
              <Undo2 size={18} aria-hidden="true" /> {words.leavePart(label)}
            </Button>
          </div>
        );
      })}
    </ListFrame>
  );
}
