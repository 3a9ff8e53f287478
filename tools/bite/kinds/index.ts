import type ts from 'typescript';
import type { Change } from '../bite-types';
import type { Row } from '../bites';
import type { Words } from '../words';
import { droppedLetter, droppedRow } from './dropped';
import { flipped } from './flipped';
import { lost } from './lost';
import { moved } from './moved';
import { number } from './number';
import { optional } from './optional';
import { recipient } from './recipient';
import { role } from './role';

/** Proposes what can be broken at one node of a row; most nodes offer nothing. */
export type Breaker = (node: ts.Node, row: Row, words: Words) => readonly Change[];

/** Every kind of break but the dropped check, which is found without a row (`checks.ts`). */
export const KINDS: readonly Breaker[] = [droppedRow, droppedLetter, moved, number, role, recipient, lost, optional, flipped];
