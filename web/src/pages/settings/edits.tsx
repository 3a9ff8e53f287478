import { useInfiniteQuery } from '@tanstack/react-query';
import { editsQuery } from '../../api/setting-queries';
import type { Answer } from '../../api/route-types';
import type { Field } from '../../forms/schema';
import { Failed } from '../../shell/failed';
import { useWhen } from '../../shell/me';
import { Said } from '../../task/said';
import { shopNow } from '../../time/shop-clock';
import { showInstant } from '../../time/time';
import { Button } from '../../ui/button';
import { useWords } from '../../words/words';
import { SETTINGS_WORDS } from './words';

type Edit = Answer<'GET /settings/edits'>['items'][number];

interface EditsProps {
  readonly of: { readonly setting?: string; readonly entry?: string };
  /** Knows what the fields are called; without it, only what was edited is said. */
  readonly form?: Field;
}

/** Who changed what, the latest first. */
export function Edits({ of, form }: EditsProps) {
  const words = useWords(SETTINGS_WORDS);
  const list = useInfiniteQuery(editsQuery(of));
  if (!list.data) return list.error ? <Failed error={list.error} again={() => void list.refetch()} /> : null;
  const edits = list.data.pages.flatMap(({ items }) => items);
  return (
    <section className="settings-edits" aria-label={words.history}>
      <h3>{words.history}</h3>
      {edits.length === 0 ? (
        <p className="settings-quiet">{words.noEdits}</p>
      ) : (
        <ul className="card-rows">
          {edits.map((edit) => (
            <OneEdit key={edit.id} edit={edit} form={form} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </section>
  );
}

function OneEdit({ edit, form }: { readonly edit: Edit; readonly form: Field | undefined }) {
  const words = useWords(SETTINGS_WORDS);
  const when = useWhen();
  const { before, after, by, at, title } = edit;
  return (
    <li>
      <p>
        <b>{by.name}</b> {showInstant(at, when, shopNow())} {!form && title} {!before && words.isNew} {!after && words.gone}
      </p>
      {form && before && after && (
        <div className="settings-differs">
          <del>
            <Said form={form} values={differing(before, after)} />
          </del>
          <ins>
            <Said form={form} values={differing(after, before)} />
          </ins>
        </div>
      )}
    </li>
  );
}

/** What one says and the other does not say so. */
const differing = (said: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(said).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(other[name])));
