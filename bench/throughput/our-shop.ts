import type { Client } from '@temporalio/client';
import type { OrderInput } from '../../src/orders/order.messages';
import type { OrderDesk } from '../../src/orders/ports.messages';
import { createActsUnderWay } from '../../src/process/record/acts-under-way.repository';
import { createDb, type Db } from '../../src/platform/db/client';
import { markLaunched } from '../../src/orders/launch.repository';
import { createRecorder } from '../../src/process/record/recorder';
import { keepSecret } from '../../src/local-shop/home';
import { createTemporalClient } from '../../src/platform/temporal/connect';
import { createOrderDesk } from '../../src/orders/order-desk';
import type { OwnShop } from '../own-shop';
import { placeCake, type PlacedCake } from './cake';
import { openInbox, type Inbox } from './inbox';

/** What our orders are driven with, without HTTP: the database, and the desk through which the API reaches workflows. */
export interface OurShop {
  readonly db: Db;
  readonly client: Client;
  readonly desk: OrderDesk;
  readonly inbox: Inbox;
  close(): Promise<void>;
}

/** Connects to a shop that is up. */
export async function openOurShop(shop: OwnShop): Promise<OurShop> {
  const db = createDb(shop.databaseUrl);
  const client = createTemporalClient({
    address: shop.temporalAddress,
    namespace: shop.temporalNamespace,
    secret: keepSecret(shop.home.secret),
  });
  const inbox = await openInbox(shop.databaseUrl);
  return {
    db,
    client,
    desk: createOrderDesk(client, { recorder: createRecorder(db), acts: createActsUnderWay(db) }),
    inbox,
    async close() {
      await inbox.close();
      await client.connection.close();
      await db.$disconnect();
    },
  };
}

/** Takes a cake in as the API does: on file, its workflow launched, the launch noted. */
export async function takeCake({ db, desk }: OurShop, cake: PlacedCake): Promise<OrderInput> {
  const input = await placeCake(db, cake);
  await desk.launch(input);
  await markLaunched(db, input.number);
  return input;
}
