/** How a field is filled in, as the API says it. */
export interface Ui {
  readonly widget: string;
  /** What a photo shows. */
  readonly photoStep?: string;
  /** What whoever fills it in should know, a line for each thing. */
  readonly hint?: string;
}

/** One of the things that can be chosen. */
export interface Option {
  readonly const: string;
  readonly title: string;
}

interface Condition {
  readonly if: object;
  /** What holds then: what must be answered, and what a field is then, beside what it is anyway. */
  readonly then: { readonly required?: readonly string[]; readonly properties?: Readonly<Record<string, Field>> };
}

/** A field of a form as the API binds and words it: JSON Schema 2020-12 and one keyword, `ui`. */
export interface Field {
  readonly type?: string;
  readonly title?: string;
  readonly const?: unknown;
  readonly default?: unknown;
  readonly oneOf?: readonly Option[];
  readonly items?: Field;
  readonly properties?: Readonly<Record<string, Field>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly Condition[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly rule?: string;
  readonly ui?: Ui;
}

/** What stands in a form while it is filled in; nothing of it need be right yet. */
export type Values = Readonly<Record<string, unknown>>;

export const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Whether a list without anything in it is an answer. */
export const mayBeEmpty = ({ type, minItems = 0 }: Field): boolean => type === 'array' && minItems === 0;
/** Whether somebody has said nothing: an empty text is no answer. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
