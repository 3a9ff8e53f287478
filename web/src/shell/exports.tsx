import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { download, FILE_KINDS, type ExportedList, type FileKind } from '../api/download';
import type { Query } from '../api/route-types';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { inBoth, useWords } from '../words/words';
import './exports.css';

const WORDS = inBoth({
  zh: { exports: '导出', xlsx: '导出 Excel', csv: '导出 CSV', failed: '没有导出，请再试一次。' },
  en: { exports: 'Export', xlsx: 'Export to Excel', csv: 'Export CSV', failed: 'Nothing was exported: try again.' },
});

interface ExportsProps<K extends ExportedList> {
  readonly list: K;
  /** The filters of the list as it is shown: the file has the same rows, all of them. */
  readonly query: Query<K>;
  /** What the file is called. */
  readonly name: string;
}

/** A list as a file. */
export function Exports<K extends ExportedList>({ list, query, name }: ExportsProps<K>) {
  const words = useWords(WORDS);
  const save = useMutation({ mutationFn: (kind: FileKind) => download(list, query, kind, name) });
  return (
    <div className="exports" role="group" aria-label={words.exports}>
      {FILE_KINDS.map((kind) => (
        <Button key={kind} isPending={save.isPending && save.variables === kind} onPress={() => save.mutate(kind)}>
          <Download size={18} aria-hidden="true" /> {words[kind]}
        </Button>
      ))}
      {save.error && <Notice tone="wrong">{words.failed}</Notice>}
    </div>
  );
}
