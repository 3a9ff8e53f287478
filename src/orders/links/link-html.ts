import Handlebars from 'handlebars';
import { PAGE_TEMPLATES } from '../../generated/page-templates';
import type { PageLanguage } from './link-words';

/** A page that is shown whole, or a question that stands on one: a file of `templates/`. */
export type PageTemplate = keyof typeof PAGE_TEMPLATES;

/** What the layout says around every page that a link opens. */
export interface PageFrame {
  readonly language: PageLanguage;
  readonly title: string;
  /** Below the title. */
  readonly state: { readonly label: string; readonly value: string } | null;
  /** The shop; null when it is not known whose the link was. */
  readonly contact: { readonly shop: string; readonly phone: string } | null;
}

/** One of the `facts` of a page. */
export interface Fact {
  readonly label: string;
  readonly values: readonly string[];
}

/** What is known, as labels and values; an unknown value is left out. A value of several lines is a list of them. */
export const facts = (rows: readonly (readonly [label: string, value: string | readonly string[] | null])[]): Fact[] =>
  rows.flatMap(([label, value]) => (value === null || value.length === 0 ? [] : [{ label, values: [value].flat() }]));

const pages = Handlebars.create();
pages.registerPartial(PAGE_TEMPLATES);

/** Renders pages of one template. Everything that is said is escaped; @throws when the template names what `View` lacks. */
export const page = <View extends PageFrame>(template: PageTemplate): ((view: View) => string) =>
  pages.compile<View>(PAGE_TEMPLATES[template], { strict: true, knownHelpersOnly: true });
