import { existsSync } from 'node:fs';

/** Debian's Chromium, or the one that `CHROMIUM` names; undefined where there is none. */
export const CHROMIUM: string | undefined = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
);

/** What to do where there is none. */
export const NO_CHROMIUM = 'There is no Chromium: install the package `chromium`, or name one in CHROMIUM.';
