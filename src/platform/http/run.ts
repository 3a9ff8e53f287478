import type { Request, RequestHandler, Response } from 'express';

/** Runs a middleware as a step of a handler. @throws what it hands to `next`. */
export const run = (middleware: RequestHandler, req: Request, res: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    void middleware(req, res, (error?: unknown) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error('a body could not be read'));
    });
  });
