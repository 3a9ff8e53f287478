import type { Answer } from '../../api/route-types';
import type { Field, Option } from '../../forms/schema';
import type { Language } from '../../words/tongue';
import type { NewOrderWords } from './words';

type Lists = Answer<'GET /catalogue'>['lists'];
type Entry = Lists[string][number];

/** What the catalogue tells of a product beside its names. */
interface Product extends Entry {
  readonly kind: string;
  readonly sizes: readonly string[];
  readonly sizeRequired: boolean;
  readonly flavourRequired: boolean;
}

const text: Field = { type: 'string', maxLength: 120 };
const long: Field = { type: 'string', maxLength: 2_000, ui: { widget: 'text' } };

/** BAK-19. The lists without the products that the shop does not sell at present. */
export function whatIsSold(lists: Lists, offers: readonly Offer[]): Lists {
  const idle = new Set(offers.flatMap(({ id, values }) => (values['onSale'] === false ? [id] : [])));
  return { ...lists, products: (lists['products'] ?? []).filter(({ id }) => !idle.has(id)) };
}
type Offer = Answer<'GET /settings/store'>['items'][number];

/** What a new order asks, as a form: products with their sizes, needs and allergens as the catalogue has them. */
export function orderForm(lists: Lists, words: NewOrderWords, language: Language): Field {
  const optionsOf = (name: string): Option[] => (lists[name] ?? []).map((entry) => ({ const: entry.id, title: entry[language] }));
  const choice = (name: string, title: string, widget: string): Field => ({
    type: 'string',
    title,
    oneOf: optionsOf(name),
    ui: { widget },
  });
  const several = (name: string, title: string, minItems: number): Field => ({
    type: 'array',
    title,
    minItems,
    items: { type: 'string', oneOf: optionsOf(name) },
    ui: { widget: 'toggles' },
  });
  const contact = { name: { ...text, title: words.name }, phone: { ...text, title: words.phone, ui: { widget: 'phone' } } };
  const languages = [
    { const: 'zh-CN', title: words.chinese },
    { const: 'en', title: words.english },
  ];
  return {
    type: 'object',
    required: ['channel', 'customer', 'lines', 'occasion', 'urgency', 'complex', 'deliveryAt', 'delivery', 'needsChecked'],
    properties: {
      customer: {
        type: 'object',
        title: words.customer,
        required: ['phone', 'name', 'language'],
        properties: {
          phone: contact.phone,
          name: contact.name,
          email: { ...text, title: words.email },
          language: { type: 'string', title: words.language, oneOf: languages, default: 'zh-CN', ui: { widget: 'buttons' } },
        },
      },
      channel: { ...choice('channels', words.channel, 'buttons'), default: 'counter' },
      lines: linesOf(lists, words, { product: choice('products', words.product, 'list'), several, language }),
      occasion: { ...choice('occasions', words.occasion, 'buttons'), default: 'birthday' },
      urgency: { ...choice('urgencies', words.urgency, 'buttons'), default: 'normal' },
      complex: { type: 'boolean', title: words.complex, default: false, ui: { widget: 'yes-no' } },
      deliveryAt: { type: 'string', title: words.deliveryAt, ui: { widget: 'whole-hour' } },
      delivery: {
        type: 'object',
        title: words.delivery,
        required: ['method'],
        allOf: [
          { if: { properties: { method: { const: 'courier' } }, required: ['method'] }, then: { required: ['address', 'recipient'] } },
        ],
        properties: {
          method: { ...choice('deliveryMethods', words.method, 'buttons'), default: 'pickup' },
          address: { ...text, maxLength: 500, title: words.address },
          recipient: { type: 'object', title: words.recipient, required: ['name', 'phone'], properties: contact },
        },
      },
      needsChecked: { type: 'boolean', const: true, title: words.needsChecked, ui: { widget: 'tick' } },
    },
  };
}

interface LineParts {
  readonly product: Field;
  readonly several: (name: string, title: string, minItems: number) => Field;
  readonly language: Language;
}

function linesOf(lists: Lists, words: NewOrderWords, { product, several, language }: LineParts): Field {
  const sizeName = (id: string): string => lists['sizes']?.find((entry) => entry.id === id)?.[language] ?? id;
  const ofProduct = (lists['products'] ?? []).map((entry) => {
    const { id, sizes, sizeRequired, flavourRequired } = entry as Product;
    return {
      if: { properties: { product: { const: id } }, required: ['product'] },
      then: {
        required: [...(sizeRequired ? ['size'] : []), ...(flavourRequired ? ['flavour'] : [])],
        properties: { size: { oneOf: sizes.map((size) => ({ const: size, title: sizeName(size) })), ui: { widget: 'buttons' } } },
      },
    };
  });
  return {
    type: 'array',
    title: words.lines,
    minItems: 1,
    maxItems: 50,
    default: [{ quantity: 1 }],
    ui: { widget: 'rows' },
    items: {
      type: 'object',
      required: ['product', 'quantity', 'unitPriceFen', 'requirements', 'allergens'],
      allOf: ofProduct,
      properties: {
        product,
        quantity: { type: 'integer', title: words.quantity, minimum: 1, ui: { widget: 'number' }, default: 1 },
        size: { type: 'string', title: words.size },
        flavour: { ...text, title: words.flavour },
        unitPriceFen: { type: 'integer', title: words.price, ui: { widget: 'money' } },
        requirements: several('requirements', words.requirements, 1),
        allergens: several('allergens', words.allergens, 0),
        note: { ...long, title: words.note },
      },
    },
  };
}

/** Which chapter takes an order with these lines: the one that its first product belongs to. */
export function kindOf(lists: Lists, lines: unknown): string | undefined {
  const [first] = Array.isArray(lines) ? (lines as readonly { readonly product?: string }[]) : [];
  return (lists['products']?.find(({ id }) => id === first?.product) as Product | undefined)?.kind;
}
