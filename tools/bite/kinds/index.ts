import type ts from 'typescript';
import type { Change } from '../bite-types';
import type { Row } from '../bites';
import { number } from './number';

/** Proposes what can be broken at one node of a row; most nodes offer nothing. */
export type Breaker = (node: ts.Node, row: Row) => readonly Change[];

export const KINDS: readonly Breaker[] = [number];
