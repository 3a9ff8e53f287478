import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../words/words';
import type { WidgetProps } from '../widget';
import { FORM_WORDS } from '../words';

type FrameProps = Pick<WidgetProps, 'label' | 'required' | 'error'> & { readonly children: ReactNode };

/** What stands around a list: what is asked, and what is wrong with the list as a whole. */
export function ListFrame({ label, required, error, children }: FrameProps) {
  const words = useWords(FORM_WORDS);
  return (
    <fieldset className="group">
      <legend className="caption">
        {label}
        {!required && <span className="caption-optional">{words.optional}</span>}
      </legend>
      {children}
      {error !== undefined && (
        <p className="wrong">
          <TriangleAlert size={16} aria-hidden="true" /> {error}
        </p>
      )}
    </fieldset>
  );
}
