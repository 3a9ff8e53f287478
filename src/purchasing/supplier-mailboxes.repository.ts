import { defineParty } from '../process/outbox/parties';

/** Suppliers are written to by their mailboxes (BAK-59). */
defineParty('supplier', (db, ids) =>
  db.supplier.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true, email: true } }),
);
