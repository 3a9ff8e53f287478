import { Router } from 'express';
import type { Db } from '../db/client';
import { refuseOtherMethods } from './methods';

const PATIENCE_MS = 2_000;

const answers = async (ask: () => Promise<unknown>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), PATIENCE_MS)));
  const asked = ask().then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
};

/** `/healthz`: the process lives. `/readyz`: Postgres and Temporal answer, or 503 with what is missing. */
export function health({ db, desk }: { readonly db: Db; readonly desk: { ping(): Promise<void> } }): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => void res.set('Cache-Control', 'no-store').json({ status: 'ok' }));
  router.get('/readyz', async (_req, res) => {
    const [postgres, temporal] = await Promise.all([answers(() => db.$queryRaw`SELECT 1`), answers(() => desk.ping())]);
    const missing = [...(postgres ? [] : ['postgres']), ...(temporal ? [] : ['temporal'])];
    res.set('Cache-Control', 'no-store').status(missing.length === 0 ? 200 : 503);
    res.json(missing.length === 0 ? { status: 'ready' } : { status: 'not-ready', missing });
  });
  refuseOtherMethods(router, ['/healthz', '/readyz'], ['GET']);
  return router;
}
