import { call } from '../api/call';
import { client } from '../api/client';
import { dropDrafts } from '../keep/drafts';
import { closeOutbox } from '../keep/outbox';

/** Ends the session, and leaves nothing of it on the screen or this device but answers that are on their way. `then` is where the next one begins. */
export async function signOut(then = '/'): Promise<void> {
  await call('DELETE /sessions/current', {}).catch(() => undefined);
  await dropDrafts();
  closeOutbox();
  client.clear();
  location.assign(then);
}
