import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { Send } from 'lucide-react';
import { useMe, useWhen } from '../shell/me';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useWords } from '../words/words';
import { codeOf, type Problem } from '../api/problems';
import { elementId, FormProvider, type FormSetting } from './context';
import { missing, refusedFields, type Errors } from './errors';
import { FieldView } from './field-view';
import type { Field, Values } from './schema';
import { useDraft } from './use-draft';
import { answerOf } from './values';
import { Group } from './widgets/group';
import { FORM_WORDS } from './words';
import './task-form.css';

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
export function TaskForm({ thing, form, order, refused, submitLabel, submit }: TaskFormProps) {
  const id = useId();
  const when = useWhen();
  const words = useWords(FORM_WORDS);
  const { staff } = useMe();
  const { values, change, keptAt } = useDraft(staff.id, thing, form);
  const [local, setLocal] = useState<Errors>(new Map());
  const [read, setRead] = useState<Problem | null>(null);
  const told = refused === read ? null : refused; // who sends again has read why the last try was not taken
  const top = useRef<HTMLDivElement>(null);
  const errors = useMemo(() => new Map([...(told ? refusedFields(told) : []), ...local]), [told, local]);
  const setting: FormSetting = { order, when, errors, id, Field: FieldView };

  useEffect(() => {
    if (errors.size > 0) top.current?.focus();
  }, [errors]);

  const send = (): void => {
    const bad = missing(form, values, words.required);
    setLocal(bad);
    setRead(refused);
    if (bad.size === 0) submit((answerOf(form, values) ?? {}) as Values);
  };
  return (
    <FormProvider value={setting}>
      <form
        className="task-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        onKeyDown={(event) => {
          // while a Chinese word is composed, Enter belongs to the composition
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) send();
        }}
      >
        {(errors.size > 0 || told) && (
          <div ref={top} tabIndex={-1} className="task-form-top">
            <Notice tone="wrong">
              {told && <p>{codeOf(told) === 'invalid-request' ? words.fix(errors.size) : told.detail}</p>}
              {!told && <p>{words.fix(errors.size)}</p>}
              <ErrorLinks form={form} errors={errors} id={id} />
            </Notice>
          </div>
        )}
        <Group field={form} pointer="" label="" value={values} change={(next) => change(next ?? {})} required error={undefined} />
        <div className="task-form-end">
          {keptAt}
          <Button look="main" type="submit">
            <Send size={18} aria-hidden="true" /> {submitLabel}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}

/** Each thing that is wrong, with a way to where it is. */
function ErrorLinks({ form, errors, id }: { readonly form: Field; readonly errors: Errors; readonly id: string }) {
  return (
    <ul className="task-form-errors">
      {[...errors].map(([pointer, said]) => (
        <li key={pointer}>
          <a
            href={`#${elementId(id, pointer)}`}
            onClick={(event) => {
              event.preventDefault();
              document.getElementById(elementId(id, pointer))?.focus();
            }}
          >
            {[titleOf(form, pointer), said].filter((part) => part !== '').join('：')}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What a field is called on its way down: `各环节负责人 · 制作`. */
function titleOf(form: Field, pointer: string): string {
  const titles: string[] = [];
  let at: Field | undefined = form;
  for (const step of pointer.split('/').slice(1)) {
    at = at?.properties?.[step] ?? (/^\d+$/.test(step) ? at?.items : undefined);
    titles.push(/^\d+$/.test(step) ? String(Number(step) + 1) : (at?.title ?? step));
  }
  return titles.join(' · ');
}
