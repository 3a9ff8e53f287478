import { defineSearchAttributeKey, TypedSearchAttributes, type SearchAttributePair, type SearchAttributeType } from '@temporalio/common';
import { type SEARCH_ATTRIBUTES } from './names.messages';
import type { OrderInput } from './order.messages';

type Name = keyof typeof SEARCH_ATTRIBUTES;

const key = <T extends SearchAttributeType>(name: Name, type: T) => defineSearchAttributeKey(name, type);

/** What an order can be found by from its first moment (architecture 9); the workflow keeps them true. Ids and choices only. */
export const searchAttributesOf = ({ number, kind, storeId, facts }: OrderInput): TypedSearchAttributes =>
  new TypedSearchAttributes([
    { key: key('OrderNumber', 'KEYWORD'), value: number },
    { key: key('OrderKind', 'KEYWORD'), value: kind },
    { key: key('OrderState', 'KEYWORD'), value: 'draft' },
    { key: key('Store', 'KEYWORD'), value: storeId },
    { key: key('Risk', 'BOOL'), value: facts.highRisk },
  ] satisfies SearchAttributePair[]);
