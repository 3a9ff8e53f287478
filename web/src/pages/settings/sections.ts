import { lazy, type ComponentType } from 'react';
import type { SETTINGS_WORDS } from './words';

type Words = (typeof SETTINGS_WORDS)['zh'];

/** A part of the settings that has a page of its own; all others are drawn from what the API says of them. */
export interface Section {
  /** In the address, and no setting of the API is called so. */
  readonly id: string;
  /** Its name among the words of the settings. */
  readonly name: { [W in keyof Words]: Words[W] extends string ? W : never }[keyof Words];
  /** The route of the API that whoever goes there must be let in at. */
  readonly needs: string;
  readonly Page: ComponentType;
}

export const SECTIONS: readonly Section[] = [
  { id: 'profile', name: 'profile', needs: 'GET /profile', Page: lazy(() => import('./profile')) },
  { id: 'access', name: 'access', needs: 'GET /sessions/all', Page: lazy(() => import('./access')) },
  { id: 'sign-ins', name: 'signIns', needs: 'GET /sign-ins', Page: lazy(() => import('./sign-ins')) },
  { id: 'letters', name: 'letters', needs: 'GET /letters', Page: lazy(() => import('./letters')) },
  { id: 'rulebook', name: 'rulebook', needs: 'GET /rulebook', Page: lazy(() => import('./rulebook')) },
  { id: 'edits', name: 'edits', needs: 'GET /settings/edits', Page: lazy(() => import('./all-edits')) },
];
