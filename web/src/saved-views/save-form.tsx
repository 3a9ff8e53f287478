import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused } from '../api/problems';
import { saveView, type SavedView } from '../api/saved-view-queries';
import { useNames } from '../shell/catalogue';
import { useMe } from '../shell/me';
import { Button } from '../ui/button';
import { Choose } from '../ui/choose';
import { Notice } from '../ui/notice';
import { useWords } from '../words/words';
import { SAVED_VIEWS_WORDS } from './words';
import '../ui/caption.css';
import '../ui/input.css';

interface SaveFormProps extends Pick<SavedView, 'page' | 'search'> {
  /** Told when it was saved. */
  readonly done: () => void;
}

/** In place of a role: it is shared with nobody. */
const NOBODY = '';

/** What a list is called, and with whom it is shared. */
export function SaveForm({ page, search, done }: SaveFormProps) {
  const words = useWords(SAVED_VIEWS_WORDS);
  const { roles } = useMe().staff;
  const nameOf = useNames();
  const [id] = useState(() => crypto.randomUUID()); // sent again, it is the same view
  const [name, setName] = useState('');
  const [role, setRole] = useState(NOBODY);
  const saving = useMutation({
    mutationFn: () => saveView(id, { name, page, search, ...(role !== NOBODY && { role }) }),
    onSuccess: done,
  });
  return (
    <form
      className="save-view"
      aria-label={words.save}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <label>
        <span className="caption">{words.name}</span>
        <input className="input" value={name} maxLength={120} required onChange={(event) => setName(event.target.value)} />
      </label>
      <Choose
        label={words.share}
        options={[{ id: NOBODY, name: words.alone }, ...roles.map((one) => ({ id: one, name: nameOf('roles', one) }))]}
        value={role}
        change={(one) => setRole(one ?? NOBODY)}
      />
      {saving.error && <Notice tone="wrong">{whyNot(saving.error) ?? words.unsure}</Notice>}
      <Button look="main" type="submit" isPending={saving.isPending}>
        {words.keep}
      </Button>
    </form>
  );
}

/** What the shop says against it; undefined when it said nothing. */
const whyNot = (error: Error): string | undefined =>
  error instanceof Refused ? (error.problem.errors?.[0]?.detail ?? error.problem.detail) : undefined;
