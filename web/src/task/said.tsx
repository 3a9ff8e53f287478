import { useWhen } from '../shell/me';
import { shopNow } from '../time/shop-clock';
import { showInstant, type When } from '../time/time';
import { yuanOf } from '../forms/money';
import { FORM_WORDS } from '../forms/words';
import { isValues, type Field } from '../forms/schema';
import { useWords } from '../words/words';

interface SaidProps {
  /** The form it was given with: it knows what everything is called. */
  readonly form: Field;
  readonly values: Readonly<Record<string, unknown>>;
}

/** An answer as it was given, in words. */
export function Said({ form, values }: SaidProps) {
  const when = useWhen();
  const words = useWords(FORM_WORDS);
  const shown = Object.entries(values).filter(([name]) => form.properties?.[name]?.const === undefined);
  return (
    <dl className="said">
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{form.properties?.[name]?.title ?? name}</dt>
          <dd>{inWords(form.properties?.[name], value, { when, words })}</dd>
        </div>
      ))}
    </dl>
  );
}

interface Wording {
  readonly when: When;
  readonly words: Pick<(typeof FORM_WORDS)['zh'], 'yes' | 'no' | 'then' | 'and'>;
}

function inWords(field: Field | undefined, value: unknown, wording: Wording): string {
  const { when, words } = wording;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (field?.ui?.widget === 'money' && typeof value === 'number') return `¥${yuanOf(value)}`;
  if (Array.isArray(value)) return value.map((one) => inWords(field?.items, one, wording)).join(wording.words.then);
  if (isPerson(value)) return value.name;
  if (isValues(value))
    return Object.entries(value)
      .map(([name, one]) => `${field?.properties?.[name]?.title ?? name} ${inWords(field?.properties?.[name], one, wording)}`)
      .join(wording.words.and);
  const named = field?.oneOf?.find((option) => option.const === value)?.title;
  if (named !== undefined) return named;
  return INSTANT.test(String(value)) ? showInstant(String(value), when, shopNow()) : String(value);
}
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** People in answers come with their name. */
const isPerson = (value: unknown): value is { readonly name: string } =>
  isValues(value) && typeof value['name'] === 'string' && Object.keys(value).every((name) => name === 'id' || name === 'name');
