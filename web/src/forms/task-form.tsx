import { useMe } from '../shell/me';
import { Form } from './form';
import type { Field, Values } from './schema';
import { useDraft } from './use-draft';
import type { Problem } from '../api/problems';

interface TaskFormProps {
  /** What a draft of it is kept under. */
  readonly thing: string;
  readonly form: Field;
  readonly order: string | null;
  /** Why an earlier try was not taken. */
  readonly refused: Problem | null;
  readonly submitLabel: string;
  readonly submit: (answer: Values) => void;
}

/** An answer as somebody gives it: the API's form, with what they had begun to write. */
export function TaskForm({ thing, form, submit, ...rest }: TaskFormProps) {
  const { staff } = useMe();
  const { values, change, keep, keptAt } = useDraft(staff.id, thing, form);
  const send = (answer: Values): void => {
    keep();
    submit(answer);
  };
  return <Form form={form} values={values} change={change} note={keptAt} submit={send} {...rest} />;
}
