import type { z } from 'zod';
import type { CatalogueView } from '../../../src/process/catalogue/catalogue.schema';
import type { TimelinePage, TimelineQuery } from '../../../src/process/record/timeline.schema';
import type { FeedPage } from '../../../src/process/feed/feed.schema';
import type { MeView } from '../../../src/process/me/me.schema';
import type { Completion, Reassignment, TaskPage, TaskQuery, TaskView } from '../../../src/process/tasks/task-view.schema';
import type { PROCESS_PERMISSIONS } from '../../../src/process/permissions';
import type { ORDER_PERMISSIONS } from '../../../src/orders/permissions';
import type { SHOP_PERMISSIONS } from '../../../src/orders/shop.permissions';
import type {
  Cancellation,
  ChangePage,
  ExceptionPage,
  IssuedLinkPage,
  LinkView,
  NewChange,
  NewCost,
  NewException,
  NewLink,
  NewPayment,
  NoticePage,
  PhotoView,
} from '../../../src/orders/order-acts.schema';
import type { StaffActs } from '../../../src/orders/acts.schema';
import type { DateQuery, DayBoard, DeliveryBoard, KitchenBoard, KitchenQuery, StageBoard } from '../../../src/orders/boards/boards.schema';
import type { ChangeQuery } from '../../../src/orders/in-store.schema';
import type { OrderPage, OrderQuery } from '../../../src/orders/order-list.schema';
import type { Papers } from '../../../src/orders/papers/papers.schema';
import type { CostPage, PaymentPage, PhotoPage } from '../../../src/orders/order-reads.schema';
import type { EditPage, EditQuery, EntryView, SeenQuery, SettingList, SettingView } from '../../../src/process/settings/settings.schema';
import type { CapacityView } from '../../../src/orders/capacity.schema';
import type { REPORT_PERMISSIONS } from '../../../src/orders/reports/permissions';
import type {
  CodedDelay,
  EvidencePage,
  EvidenceQuery,
  FigurePage,
  NewDelayCause,
  ReportQuery,
  ReportView,
} from '../../../src/orders/reports/reports.schema';
import type { RulebookView } from '../../../src/orders/rulebook.schema';
import type { LetterList, LetterPreview, PreviewQuery } from '../../../src/process/outbox/letters.schema';
import type { SavedView, SavedViewList, SavedViewValues } from '../../../src/process/saved-views/saved-views.schema';
import type { ReceivablesView } from '../../../src/orders/receivables.schema';
import type { CustomerPage } from '../../../src/orders/customers.schema';
import type { CancellationCheck, ChangeCheck, OrderCheck } from '../../../src/orders/checks.schema';
import type { NewOrder, OrderView } from '../../../src/orders/order.schema';
import type { ClockView, CurrentSession, SignedIn, SignIn, StaffPage } from '../../../src/platform/people/session.schema';
import type { PasswordChange, SessionPage, SignInPage, SignInQuery } from '../../../src/platform/people/session.schema';
import type { GivenPassword, ProfileView } from '../../../src/process/me/profile.schema';
import type { SESSION_PERMISSIONS } from '../../../src/platform/people/sessions.permissions';

/** Every route of the API that is called from here must be one that the API has. */
type RouteKey =
  | keyof typeof PROCESS_PERMISSIONS
  | keyof typeof ORDER_PERMISSIONS
  | keyof typeof SHOP_PERMISSIONS
  | keyof typeof REPORT_PERMISSIONS
  | keyof typeof SESSION_PERMISSIONS;

/** What a list without filters takes. */
interface PageQuery {
  readonly limit?: string;
  readonly cursor?: string;
}

/** A write that may only be tried. */
interface Try {
  readonly check?: '1';
}
/** That something was done; what came of it is read where it stands. */
interface Done {
  readonly order: string;
}

/** What a route takes and answers, as its schemas say it. */
interface Shape {
  readonly query?: unknown;
  readonly body?: unknown;
  readonly answer: unknown;
}

type Described<T extends Partial<Record<RouteKey, Shape>>> = T;

/** The routes that the console calls, by the API's own schemas: what changes there does not compile here. */
export type RouteTypes = Described<{
  'POST /sessions': { body: z.input<typeof SignIn>; answer: z.output<typeof SignedIn> };
  'GET /sessions/current': { answer: z.output<typeof CurrentSession> };
  'DELETE /sessions/current': { answer: undefined };
  'PUT /sessions/password': { body: z.input<typeof PasswordChange>; answer: undefined };
  'GET /sessions': { query: PageQuery; answer: z.output<typeof SessionPage> };
  'GET /sessions/all': { query: PageQuery; answer: z.output<typeof SessionPage> };
  'DELETE /sessions/{id}': { answer: undefined };
  'GET /sign-ins': { query: z.input<typeof SignInQuery>; answer: z.output<typeof SignInPage> };
  'POST /staff/{id}/password': { answer: z.output<typeof GivenPassword> };
  'GET /profile': { answer: z.output<typeof ProfileView> };
  'PUT /profile': { body: object; answer: undefined };
  'GET /me': { answer: z.output<typeof MeView> };
  'GET /clock': { answer: z.output<typeof ClockView> };
  'GET /staff': { query: PageQuery; answer: z.output<typeof StaffPage> };
  'GET /catalogue': { answer: z.output<typeof CatalogueView> };
  'GET /feed': { query: { readonly after: string }; answer: z.output<typeof FeedPage> };
  'GET /tasks': { query: z.input<typeof TaskQuery>; answer: z.output<typeof TaskPage> };
  'GET /tasks/{id}': { answer: TaskView };
  'POST /tasks/{id}/claim': { answer: TaskView };
  'POST /tasks/{id}/release': { answer: TaskView };
  'POST /tasks/{id}/reassign': { body: z.input<typeof Reassignment>; answer: TaskView };
  'POST /tasks/{id}/completion': { body: z.input<typeof Completion>; answer: TaskView };
  'POST /orders': { query: Try; body: z.input<typeof NewOrder>; answer: OrderView | OrderCheck };
  'GET /capacity': { query: { readonly from: string; readonly to: string }; answer: CapacityView };
  'GET /settings': { answer: SettingList };
  'GET /settings/edits': { query: z.input<typeof EditQuery>; answer: z.output<typeof EditPage> };
  'GET /settings/store': { answer: z.output<typeof SettingView> };
  'PUT /settings/store/{id}': { query: z.input<typeof SeenQuery>; body: object; answer: EntryView };
  'GET /rulebook': { answer: RulebookView };
  'GET /letters': { answer: LetterList };
  'GET /letters/{name}/preview': {
    params: { readonly name: string };
    query: z.input<typeof PreviewQuery>;
    answer: z.output<typeof LetterPreview>;
  };
  'GET /views': { answer: z.output<typeof SavedViewList> };
  'PUT /views/{id}': { body: z.input<typeof SavedViewValues>; answer: z.output<typeof SavedView> };
  'DELETE /views/{id}': { answer: undefined };
  'GET /receivables': { answer: z.output<typeof ReceivablesView> };
  'GET /reports': { answer: z.output<typeof FigurePage> };
  'GET /reports/{figure}': { query: z.input<typeof ReportQuery>; answer: ReportView };
  'GET /reports/{figure}/orders': { query: z.input<typeof EvidenceQuery>; answer: z.output<typeof EvidencePage> };
  'POST /orders/{number}/delay-cause': { body: z.input<typeof NewDelayCause>; answer: z.output<typeof CodedDelay> };
  'GET /customers': { query: { readonly phone: string; readonly limit?: string }; answer: z.output<typeof CustomerPage> };
  'GET /boards/kitchen': { query: z.input<typeof KitchenQuery>; answer: KitchenBoard };
  'GET /boards/deliveries': { query: z.input<typeof DateQuery>; answer: DeliveryBoard };
  'GET /boards/day': { query: z.input<typeof DateQuery>; answer: DayBoard };
  'GET /boards/stages': { answer: StageBoard };
  'GET /orders': { query: z.input<typeof OrderQuery>; answer: z.output<typeof OrderPage> };
  'GET /orders/{number}': { answer: OrderView };
  'GET /orders/{number}/timeline': { query: z.input<typeof TimelineQuery>; answer: z.output<typeof TimelinePage> };
  'GET /orders/{number}/changes': { query: z.input<typeof ChangeQuery>; answer: z.output<typeof ChangePage> };
  'GET /orders/{number}/payments': { query: PageQuery; answer: z.output<typeof PaymentPage> };
  'GET /orders/{number}/costs': { query: PageQuery; answer: z.output<typeof CostPage> };
  'GET /orders/{number}/photos': { query: PageQuery; answer: z.output<typeof PhotoPage> };
  'GET /orders/{number}/exceptions': { query: PageQuery; answer: z.output<typeof ExceptionPage> };
  'GET /orders/{number}/acts': { answer: StaffActs };
  'GET /orders/{number}/papers': { answer: z.output<typeof Papers> };
  'POST /orders/{number}/changes': { query: Try; body: z.input<typeof NewChange>; answer: Done | ChangeCheck };
  'POST /orders/{number}/exceptions': { query: Try; body: z.input<typeof NewException>; answer: Done };
  'POST /orders/{number}/payments': { query: Try; body: z.input<typeof NewPayment>; answer: Done };
  'POST /orders/{number}/costs': { query: Try; body: z.input<typeof NewCost>; answer: Done };
  'POST /orders/{number}/cancellation': { query: Try; body: z.input<typeof Cancellation>; answer: Done | CancellationCheck };
  'GET /orders/{number}/links': { query: PageQuery; answer: z.output<typeof IssuedLinkPage> };
  'POST /orders/{number}/links': { body: z.input<typeof NewLink>; answer: z.output<typeof LinkView> };
  'DELETE /orders/{number}/links/{id}': { answer: undefined };
  'GET /orders/{number}/notices': { query: PageQuery; answer: z.output<typeof NoticePage> };
  'POST /orders/{number}/photos': { body: FormData; answer: z.output<typeof PhotoView> };
}>;

export type Key = keyof RouteTypes;
export type Answer<K extends Key> = RouteTypes[K]['answer'];
export type Query<K extends Key> = RouteTypes[K] extends { readonly query: infer Q } ? Q : undefined;
export type Body<K extends Key> = RouteTypes[K] extends { readonly body: infer B } ? B : undefined;
/** The `{names}` of a route's path. */
export type PathNames<K extends string> = K extends `${string}{${infer Name}}${infer Rest}` ? Name | PathNames<Rest> : never;
export type Params<K extends Key> = Readonly<Record<PathNames<K>, string>>;

export type Task = TaskView;
export type TaskLine = Answer<'GET /tasks'>['items'][number];
export type OrderRow = Answer<'GET /orders'>['items'][number];
export type Order = OrderView;
export type { OrderCheck };
export type Change = Answer<'GET /orders/{number}/changes'>['items'][number];
export type Customer = Answer<'GET /customers'>['items'][number];
export type CapacityDay = CapacityView['days'][number];
export type Report = ReportView;
export type Evidence = Answer<'GET /reports/{figure}/orders'>['items'][number];
export type Stop = Answer<'GET /boards/deliveries'>['stops'][number];
export type Me = Answer<'GET /me'>;
export type FeedChange = Answer<'GET /feed'>['items'][number];
