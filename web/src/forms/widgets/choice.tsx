import { Choose } from '../../ui/choose';
import type { WidgetProps } from '../widget';

/** One of a list: a person, an ingredient, a supplier, whatever has names. */
export default function Choice({ field, label, value, change, required, error }: WidgetProps<string>) {
  const options = (field.oneOf ?? []).map((one) => ({ id: one.const, name: one.title }));
  return <Choose label={label} options={options} value={value ?? null} change={change} required={required} error={error} />;
}
