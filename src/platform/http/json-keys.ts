/** The signs of a JSON text that matter to its names, and its strings; numbers and words lie between them. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/gs;
/** A name that JavaScript may take for something else than a field; nothing here has such a field. */
const POISON = '__proto__';

interface Open {
  /** Names so far; null in an array. */
  readonly names: Set<string> | null;
  /** The next string is a name. */
  awaitsName: boolean;
  step: string | number;
}

/** A name that cannot stand where it stands. */
export interface BadName {
  readonly path: readonly (string | number)[];
  readonly is: 'repeated' | 'poison';
}

/**
 * The first name of the text that its object has already, or that is `__proto__`; null when there is none. JSON.parse takes the last of
 * two and tells nobody. The text must be one that JSON.parse takes: nothing else is checked here.
 */
export function badName(text: string): BadName | null {
  const open: Open[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    const inner = open.at(-1);
    if (token === '{') open.push({ names: new Set(), awaitsName: true, step: '' });
    else if (token === '[') open.push({ names: null, awaitsName: false, step: 0 });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',') next(inner);
    else if (inner?.names && inner.awaitsName) {
      const name = JSON.parse(token) as string;
      inner.step = name;
      inner.awaitsName = false;
      const is = name === POISON ? 'poison' : 'repeated';
      if (is === 'poison' || inner.names.has(name)) return { path: open.map(({ step }) => step), is };
      inner.names.add(name);
    }
  }
  return null;
}

/** Past a comma: the next name of an object, the next place of an array. */
function next(inner: Open | undefined): void {
  if (!inner) return;
  if (inner.names) inner.awaitsName = true;
  else inner.step = Number(inner.step) + 1;
}
