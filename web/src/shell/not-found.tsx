import { Link } from '@tanstack/react-router';
import { SHELL_WORDS } from '../words/shell.words';
import { useWords } from '../words/words';

/** An address that no page has. */
export function NotFound() {
  const words = useWords(SHELL_WORDS);
  return (
    <div className="failed">
      <h1>{words.notFound}</h1>
      <Link to="/tasks">{words.toTasks}</Link>
    </div>
  );
}
