import { instantsIn } from '../../../src/platform/words/instants';
import { event } from '../../../src/platform/words/events';
import { faultText } from '../../../src/platform/words/faults';
import type { Reader } from '../../../src/platform/words/reasons';
import { choiceName, defineWords, eventWords, isFaultCode, listedName } from '../../../src/platform/words/register';
import { choice, listed } from '../../../src/platform/words/tells';

const reader = (language: Reader['language']): Reader => ({ language, when: instantsIn(language, 'Asia/Shanghai') });
const MOON = { zh: '月亮', en: 'the moon' };

/** What an observatory would say, told through the house's words. */
const observatory = {
  faults: { 'sky-clouded': { zh: '看不见{body}。', en: 'The sky hides {body}.' } },
  events: { 'moon.risen': event('月亮升起', 'The moon rose', listed('body', 'seen'), choice('lens')) },
  choices: { 'wide-lens': { zh: '广角', en: 'wide' } },
  lists: { body: { moon: MOON } },
};

describe('a chapter brings its words', () => {
  beforeAll(() => defineWords(observatory));

  test('a fault is told with them, its parameter by the list of its name', () => {
    const fault = { code: 'sky-clouded', params: { body: 'moon' } } as never;
    expect([faultText(fault, reader('zh')), faultText(fault, reader('en'))]).toEqual(['看不见月亮。', 'The sky hides the moon.']);
    expect([isFaultCode('sky-clouded'), isFaultCode('sky-blue'), isFaultCode(undefined)]).toEqual([true, false, false]);
  });

  test('an event is told with them', () => {
    const told = eventWords('moon.risen')?.tells.map((tell) => tell({ seen: 'moon', lens: 'wide-lens' }, reader('en'), new Map()));
    expect(told).toEqual(['the moon', 'wide']);
    expect(eventWords('moon.set')).toBeUndefined();
  });

  test('what nobody brought is named by nobody', () => {
    expect([choiceName('long-lens', 'en'), listedName('body', 'sun', 'en'), listedName('planets', 'moon', 'en')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([choiceName(7, 'en'), listedName('body', null, 'en'), listedName('body', 'toString', 'en')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('another chapter adds to a list, and says nothing else under a name that is taken', () => {
    defineWords({ lists: { body: { sun: { zh: '太阳', en: 'the sun' } } } });
    expect([listedName('body', 'sun', 'zh'), listedName('body', 'moon', 'zh')]).toEqual(['太阳', '月亮']);
    expect(() => defineWords(observatory)).not.toThrow();
    expect(() => defineWords({ choices: { 'wide-lens': { zh: '镜头', en: 'lens' } } })).toThrow(/choice called wide-lens/);
    expect(() => defineWords({ lists: { body: { moon: { zh: '月', en: 'moon' } } } })).toThrow(/list body called moon/);
  });
});
