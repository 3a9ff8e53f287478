/** Why the customer is telephoned; an answer settles this and nothing else. */
export type CallReason = 'undeliverable' | 'letter-late' | 'details-unconfirmed' | 'alternatives' | 'alternative-chosen' | 'change-wanted';
