import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useLocation, useRouter } from '@tanstack/react-router';
import { BookmarkPlus, X } from 'lucide-react';
import { useState } from 'react';
import { removeView, savedViewsQuery, type SavedView } from '../api/saved-view-queries';
import { Button } from '../ui/button';
import { useWords } from '../words/words';
import { SaveForm } from './save-form';
import { SAVED_VIEWS_WORDS } from './words';
import './saved-views.css';

interface SavedViewsProps {
  readonly page: SavedView['page'];
}

/** The lists that were saved of this page, as chips, and the way to save it as it stands. */
export default function SavedViews({ page }: SavedViewsProps) {
  const words = useWords(SAVED_VIEWS_WORDS);
  const { data = [] } = useQuery(savedViewsQuery());
  const [isSaving, setSaving] = useState(false);
  const here = useSearchHere();
  const views = data.filter((view) => view.page === page);
  return (
    <nav className="saved-views" aria-label={words.views}>
      {views.map((view) => (
        <Chip key={view.id} view={view} isHere={view.search === here} />
      ))}
      {here !== '' && !views.some(({ search }) => search === here) && (
        <Button look="bare" aria-expanded={isSaving} onPress={() => setSaving(!isSaving)}>
          <BookmarkPlus size={18} aria-hidden="true" /> {words.save}
        </Button>
      )}
      {isSaving && <SaveForm key={here} page={page} search={here} done={() => setSaving(false)} />}
    </nav>
  );
}

/** What stands behind the page in the address, but for what is open on it. */
function useSearchHere(): string {
  const { options } = useRouter();
  const { task: _open, ...search } = useLocation().search as Readonly<Record<string, unknown>>;
  return options.stringifySearch?.(search) ?? '';
}

function Chip({ view: { id, name, page, search, mine }, isHere }: { readonly view: SavedView; readonly isHere: boolean }) {
  const words = useWords(SAVED_VIEWS_WORDS);
  const { options } = useRouter();
  const removal = useMutation({ mutationFn: () => removeView(id) });
  return (
    <span className="saved-view">
      <Link to={page} search={options.parseSearch?.(search) ?? {}} {...(isHere && { 'aria-current': 'page' as const })}>
        {name}
      </Link>
      {mine && (
        <Button look="bare" aria-label={words.remove(name)} isPending={removal.isPending} onPress={() => removal.mutate()}>
          <X size={16} aria-hidden="true" />
        </Button>
      )}
    </span>
  );
}
