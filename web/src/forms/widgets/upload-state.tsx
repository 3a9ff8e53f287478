import { Check } from 'lucide-react';
import type { Upload } from '../../keep/upload';
import { Button } from '../../ui/button';
import { useWords } from '../../words/words';
import { FORM_WORDS } from '../words';
import './photo.css';

/** How far a picture is on its way; `isThere`: the answer names one. */
export function UploadState({
  upload,
  isThere,
  again,
}: {
  readonly upload: Upload;
  readonly isThere: boolean;
  readonly again: () => void;
}) {
  const words = useWords(FORM_WORDS);
  const good = (
    <span className="photo-there">
      <Check size={18} aria-hidden="true" /> {words.uploaded}
    </span>
  );
  if (upload.state === 'none') return isThere ? good : null;
  return (
    <div className="photo">
      <img src={upload.url} alt="" className="photo-thumb" />
      <div role="status">
        {upload.state === 'sending' && words.uploading}
        {upload.state === 'there' && good}
        {upload.state === 'failed' && (
          <>
            <p className="wrong">{upload.why ?? words.uploadFailed}</p>
            <Button onPress={again}>{words.again}</Button>
          </>
        )}
      </div>
    </div>
  );
}
