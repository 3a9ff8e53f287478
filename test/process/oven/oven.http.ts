import './oven.chapter';
import { z } from 'zod';
import { FreeText } from '../../../src/base/common.schema';
import { routesUnder } from '../../../src/platform/http/routes-under';
import { defineWords } from '../../../src/platform/words/register';
import { defineHttp } from '../../../src/process/define.http';
import { defineForm } from '../../../src/process/tasks/form';
import { defineForms } from '../../../src/process/tasks/forms';

// Its half for those who serve HTTP: the form of its task, its words, a route with who may call it, a link for those who bring the wood.

defineForms({ 'light-the-oven': defineForm(z.strictObject({ burns: z.boolean(), remarks: FreeText.optional() })) });

defineWords({ events: { 'oven.used': { zh: '烤箱已使用', en: 'The oven was used', tells: [] } } });

const { route } = routesUnder({ 'GET /ovens/{number}': ['baker', 'store-manager'] });

const OvenByLink = z.strictObject({ scope: z.literal('stoker'), number: z.string(), state: z.string() });

defineHttp({
  name: 'oven',
  linkHolder: ({ db }, { process: id }) =>
    db.process.findUnique({ where: { id, kind: 'oven' } }).then((row) => row && { storeId: row.storeId, language: 'en' }),
  linkView: {
    answer: OvenByLink,
    async show({ db }, { process: id, party }) {
      const row = party.startsWith('stoker:') ? await db.process.findUnique({ where: { id, kind: 'oven' } }) : null;
      return row && { scope: 'stoker', number: row.number, state: row.state };
    },
  },
  routes: ({ db }) => [
    route({
      key: 'GET /ovens/{number}',
      summary: 'One oven',
      tag: 'ovens',
      status: 200,
      answer: z.strictObject({ number: z.string(), state: z.string(), looks: z.int() }).meta({ id: 'Oven' }),
      async handle({ params: { number } }) {
        const { state } = await db.process.findFirstOrThrow({ where: { kind: 'oven', number } });
        const [row] = await db.$queryRaw<
          { looks: number }[]
        >`SELECT count(*)::int AS looks FROM oven_looks WHERE process_id = ${`oven/${number}`}`;
        return { status: 200, body: { number, state, looks: row?.looks ?? 0 } };
      },
    }),
  ],
});
