import './oven.chapter';
import { z } from 'zod';
import { filledBy, FreeText, requiring } from '../../../src/base/common.schema';
import { oneLine } from '../../../src/base/text.schema';
import { routesUnder } from '../../../src/platform/http/routes-under';
import { defineWords } from '../../../src/platform/words/register';
import { defineHttp } from '../../../src/process/define.http';
import { defineForm } from '../../../src/process/tasks/form';
import { defineForms } from '../../../src/process/tasks/forms';

// Its half for those who serve HTTP: the form of its task, its words, a route with who may call it, a link for those who bring the wood.

const LightTheOven = requiring(
  z.strictObject({
    burns: z.boolean(),
    // a console that does not know the word has the type to go by
    flame: oneLine(60)
      .meta({ ui: filledBy('thermal-camera') })
      .optional(),
    zones: z
      .array(z.strictObject({ place: z.enum(['left', 'right']), degrees: z.int().min(0).max(500) }))
      .min(1)
      .max(4)
      .optional(),
    draught: z.strictObject({ open: z.boolean() }).optional(),
    remarks: FreeText.optional(),
  }),
  { when: { burns: [true] }, then: ['flame'], rule: 'TOY-01' },
  { when: { burns: [true] }, then: ['zones'], rule: 'TOY-01' },
);
defineForms({ 'light-the-oven': defineForm(LightTheOven) });

defineWords({
  events: { 'oven.used': { zh: '烤箱已使用', en: 'The oven was used', tells: [] } },
  fields: {
    burns: { zh: '是否点燃', en: 'whether it burns' },
    flame: { zh: '火焰颜色', en: 'colour of the flame' },
    zones: { zh: '各区温度', en: 'heat of each zone' },
    place: { zh: '位置', en: 'place' },
    degrees: { zh: '度数', en: 'degrees' },
    draught: { zh: '风门', en: 'draught' },
    open: { zh: '打开', en: 'open' },
  },
  choices: { left: { zh: '左', en: 'left' }, right: { zh: '右', en: 'right' } },
});

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
