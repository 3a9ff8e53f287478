import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { Send } from 'lucide-react';
import { useWhen } from '../shell/me';
import { Remedy } from '../shell/why-not';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useWords } from '../words/words';
import { codeOf, type Problem } from '../api/problems';
import { elementId, FormProvider, type FormSetting } from './context';
import { missing, refusedFields, type Errors } from './errors';
import { FieldView } from './field-view';
import type { Field, Values } from './schema';
import { answerOf } from './values';
import { Group } from './widgets/group';
import { FORM_WORDS } from './words';
import './form.css';

interface FormProps {
  readonly form: Field;
  readonly values: Values;
  readonly change: (next: Values) => void;
  /** What is said beside the button: that what was typed is kept. */
  readonly note: ReactNode;
  /** The order that photos are added to; null where there is none yet. */
  readonly order: string | null;
  /** Why an earlier try was not taken. */
  readonly refused: Problem | null;
  readonly submitLabel: string;
  /** Told what is sent, once nothing is plainly missing. */
  readonly submit: (answer: Values) => void;
}

/** A form as the API binds and words it: its fields, what is wrong with them, and one button. */
export function Form({ form, values, change, note, order, refused, submitLabel, submit }: FormProps) {
  const id = useId();
  const when = useWhen();
  const words = useWords(FORM_WORDS);
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
        className="form"
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
          <div ref={top} tabIndex={-1} className="form-top">
            <Notice tone="wrong">
              {!told || codeOf(told) === 'invalid-request' ? (
                <p>{words.fix(errors.size)}</p>
              ) : (
                <>
                  <p>{told.detail}</p>
                  <Remedy code={codeOf(told)} />
                </>
              )}
              <ErrorLinks form={form} errors={errors} id={id} />
            </Notice>
          </div>
        )}
        <Group field={form} pointer="" label="" value={values} change={(next) => change(next ?? {})} required error={undefined} />
        <div className="form-end">
          {note}
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
  const words = useWords(FORM_WORDS);
  return (
    <ul className="form-errors">
      {[...errors].map(([pointer, said]) => (
        <li key={pointer}>
          <a
            href={`#${elementId(id, pointer)}`}
            onClick={(event) => {
              event.preventDefault();
              document.getElementById(elementId(id, pointer))?.focus();
            }}
          >
            {pointer === '' ? said : words.wrongAt(titleOf(form, pointer), said)}
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
