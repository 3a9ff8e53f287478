import { Input, TextArea, TextField } from 'react-aria-components/TextField';
import { Caption, Wrong } from '../../ui/caption';
import { useWords } from '../../words/words';
import type { WidgetProps } from '../widget';
import { FORM_WORDS } from '../words';
import '../../ui/input.css';

/** From which share of what may be written on the characters are counted. */
const COUNTED_FROM = 0.8;

/** One line of text. */
export function Line(props: WidgetProps<string>) {
  return <Typed {...props} long={false} />;
}

/** Text of several lines; it grows with what is written. */
export function LongText(props: WidgetProps<string>) {
  return <Typed {...props} long />;
}

/** A telephone number; a telephone shows its digits. */
export function Telephone(props: WidgetProps<string>) {
  return <Typed {...props} long={false} inputMode="tel" />;
}

interface TypedProps extends WidgetProps<string> {
  readonly long: boolean;
  /** Which keys a telephone shows. */
  readonly inputMode?: 'text' | 'tel';
}

function Typed({ field, label, value = '', change, required, error, long, inputMode = 'text' }: TypedProps) {
  const words = useWords(FORM_WORDS);
  const most = field.maxLength;
  return (
    <TextField value={value} onChange={change} isInvalid={error !== undefined} {...(label === '' && { 'aria-label': words.add })}>
      <Caption label={label} required={required} />
      {long ? <TextArea className="input" rows={3} /> : <Input className="input" autoComplete="off" inputMode={inputMode} />}
      {most !== undefined && value.length > most * COUNTED_FROM && <p className="input-note">{words.count(value.length, most)}</p>}
      <Wrong error={error} />
    </TextField>
  );
}
