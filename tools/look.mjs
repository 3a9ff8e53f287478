import { readFileSync } from 'node:fs';
import { inProject } from './setup/project.mjs';

/** A template with the values of src/platform/look/look.css in place of `var(--name)`. @throws naming a property that is not there. */
export function withLook(template) {
  const look = readFileSync(inProject('src/platform/look/look.css'), 'utf8');
  const values = new Map([...look.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
  return template.replace(/var\(--([\w-]+)\)/g, (_, name) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`src/platform/look/look.css has no --${name}`);
    return value;
  });
}
