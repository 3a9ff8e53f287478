import { Camera, Images } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { smaller } from '../../keep/photos';
import { useUpload } from '../../keep/upload';
import { Button } from '../../ui/button';
import { useWords } from '../../words/words';
import { useForm } from '../context';
import type { WidgetProps } from '../widget';
import { FORM_WORDS } from '../words';
import { ListFrame } from './list-frame';
import { UploadState } from './upload-state';

const TYPES = ['image/*'];

/** A photo of the order: taken now, or one that was taken before. It is sent at once; the answer names it. */
export default function Photo({ field, label, value, change, required, error }: WidgetProps<string>) {
  const words = useWords(FORM_WORDS);
  const { order } = useForm();
  const { upload, start, again } = useUpload(order, field.ui?.photoStep ?? '', change);
  const [unreadable, setUnreadable] = useState(false);
  if (order === null) return <p className="wrong">{words.noOrder}</p>;

  const take = (files: FileList | null): void => {
    const file = files?.item(0);
    if (!file) return;
    setUnreadable(false);
    change(undefined); // until the new one is there the old one is not meant any more
    smaller(file).then(start, () => setUnreadable(true));
  };
  return (
    <ListFrame label={label} required={required} error={unreadable ? words.notAPicture : error}>
      <UploadState upload={upload} isThere={value !== undefined} again={() => void again()} />
      <div className="buttons">
        <FileTrigger acceptedFileTypes={TYPES} defaultCamera="environment" onSelect={take}>
          <Button>
            <Camera size={18} aria-hidden="true" /> {value === undefined ? words.takePhoto : words.replace}
          </Button>
        </FileTrigger>
        {/* a file field that asks for the camera hides the library on some telephones */}
        <FileTrigger acceptedFileTypes={TYPES} onSelect={take}>
          <Button>
            <Images size={18} aria-hidden="true" /> {words.fromLibrary}
          </Button>
        </FileTrigger>
      </div>
    </ListFrame>
  );
}
