import { Input, Label, TextField } from 'react-aria-components/TextField';
import { inBoth, useWords } from '../../words/words';

const WORDS = inBoth({
  zh: { newPassword: '新密码（至少 10 个字符）' },
  en: { newPassword: 'New password (at least 10 characters)' },
});

/** Asked for in place of a temporary password. */
export default function NewPassword({ value, change }: { readonly value: string; readonly change: (value: string) => void }) {
  const words = useWords(WORDS);
  return (
    <TextField value={value} onChange={change} name="new-password" type="password" autoFocus>
      <Label className="caption">{words.newPassword}</Label>
      <Input className="input" autoComplete="new-password" />
    </TextField>
  );
}
