import { condition } from '@temporalio/workflow';
import { assertOpen, firstShut, type Gate } from '../../src/process/gates.rules';
import { GATES, shutAhead, type GateFacts, type Move, type ShutGate } from '../../src/bakery/gates.rules';
import { gateFacts } from './gate-facts';
import type { Self } from './self';

const gatesOf = (move: Move): readonly Gate<GateFacts>[] => GATES[move];

/** Whether nothing that the rulebook asks of this move is missing. */
export const isOpen = (self: Self, move: Move): boolean => firstShut(gatesOf(move), gateFacts(self)) === undefined;

/** Waits until nothing that the rulebook asks of this move is missing. */
export const passed = (self: Self, move: Move): Promise<void> => condition(() => isOpen(self, move));

/** @throws {Refusal} `not-in-this-state`, naming what is missing first. */
export const mustPass = (self: Self, move: Move): void => assertOpen(gatesOf(move), gateFacts(self));

/** What the next moves still wait for, as data. */
export const shutGates = (self: Self): ShutGate[] => shutAhead(gateFacts(self));
