import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/TextField';
import { TriangleAlert } from 'lucide-react';
import { FORM_WORDS } from '../forms/words';
import { useWords } from '../words/words';
import './caption.css';

/** What stands above a field: what is asked, and whether it may be left out. */
export function Caption({ label, required }: { readonly label: string; readonly required: boolean }) {
  const words = useWords(FORM_WORDS);
  if (label === '') return null;
  return (
    <Label className="caption">
      {label}
      {!required && <span className="caption-optional">{words.optional}</span>}
    </Label>
  );
}

/** What stands below a field: what is wrong with it. Red never says it alone. */
export function Wrong({ error }: { readonly error: string | undefined }) {
  return (
    <FieldError className="wrong">
      <TriangleAlert size={16} aria-hidden="true" /> {error}
    </FieldError>
  );
}
