import type { Field } from './schema';

/** What a widget gets: one field, what stands in it, and how to change that. */
export interface WidgetProps<V = unknown> {
  readonly field: Field;
  /** JSON pointer below the answer. */
  readonly pointer: string;
  readonly label: string;
  readonly value: V | undefined;
  change(this: void, value: V | undefined): void;
  readonly required: boolean;
  readonly error: string | undefined;
}

/** A field as a form, a group or a row hands it on: which widget draws it is decided by its schema. */
export type FieldProps = Omit<WidgetProps, 'error'>;
