import type { WidgetProps } from '../widget';

/** Longer than this it is a check sum: nobody reads it. */
const LONGEST_READ = 24;

/** What is settled: it is shown and sent, never typed. */
export function Shown({ field, label }: WidgetProps) {
  const text = field.oneOf?.find((option) => option.const === field.const)?.title ?? String(field.const);
  if (text.length > LONGEST_READ) return null;
  return (
    <p className="shown">
      <span className="caption">{label}</span>
      {text}
    </p>
  );
}
