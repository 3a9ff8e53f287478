import { useEffect, useRef, useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import SignaturePad from 'signature_pad';
import { blobOf } from '../../keep/photos';
import { useUpload } from '../../keep/upload';
import { Button } from '../../ui/button';
import { useWords } from '../../words/words';
import { useForm } from '../context';
import type { WidgetProps } from '../widget';
import { FORM_WORDS } from '../words';
import { ListFrame } from './list-frame';
import { UploadState } from './upload-state';

const INK = '#1d1a17';
const NAME_FONT = '64px cursive';

/** A signature: drawn, or the name typed. Whoever cannot draw on glass signs as well. */
export default function Signature({ field, label, value, change, required, error }: WidgetProps<string>) {
  const words = useWords(FORM_WORDS);
  const { order } = useForm();
  const { upload, start, again } = useUpload(order, field.ui?.photoStep ?? '', change);
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const [name, setName] = useState('');
  const [drawn, setDrawn] = useState(false);

  useEffect(() => {
    const { current: sheet } = canvas;
    if (!sheet) return;
    fit(sheet);
    pad.current = new SignaturePad(sheet, { penColor: INK, backgroundColor: '#ffffff' });
    pad.current.addEventListener('endStroke', () => setDrawn(true));
    return () => pad.current?.off();
  }, []);

  const clear = (): void => {
    pad.current?.clear();
    setDrawn(false);
    change(undefined);
  };
  const use = (): void => {
    const sheet = canvas.current;
    if (!sheet) return;
    if (!drawn) write(sheet, name);
    void blobOf(sheet, 'image/png').then(start);
  };
  return (
    <ListFrame label={label} required={required} error={error}>
      <canvas ref={canvas} className="signature-pad" aria-label={words.sign} role="img" />
      <TextField value={name} onChange={setName}>
        <Label className="caption">{words.typeName}</Label>
        <Input className="input" autoComplete="name" />
      </TextField>
      <UploadState upload={upload} isThere={value !== undefined} again={() => void again()} />
      <div className="buttons">
        <Button onPress={use} isDisabled={!drawn && name.trim() === ''}>
          {words.useSignature}
        </Button>
        <Button look="bare" onPress={clear}>
          {words.clear}
        </Button>
      </div>
    </ListFrame>
  );
}

/** Gives a canvas as many pixels as the screen shows of it: else strokes are blurred and lie beside the finger. */
function fit(sheet: HTMLCanvasElement): void {
  const ratio = Math.max(devicePixelRatio, 1);
  sheet.width = sheet.offsetWidth * ratio;
  sheet.height = sheet.offsetHeight * ratio;
  sheet.getContext('2d')?.scale(ratio, ratio);
}

/** Writes a typed name where it would have been drawn. */
function write(sheet: HTMLCanvasElement, name: string): void {
  const pen = sheet.getContext('2d');
  if (!pen) return;
  const { offsetWidth: width, offsetHeight: height } = sheet;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = INK;
  pen.font = NAME_FONT;
  pen.textBaseline = 'middle';
  pen.fillText(name, 16, height / 2, width - 32);
}
