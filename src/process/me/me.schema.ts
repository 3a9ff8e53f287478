import { z } from 'zod';
import { ClockView, StaffView } from '../../platform/people/session.schema';

const StoreView = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    zone: z.string().meta({ description: 'IANA zone, in which instants are shown' }),
    address: z.string(),
    phone: z.string().meta({ description: 'Where customers call and complain' }),
    emergencyContact: z.string(),
    windows: z.array(z.strictObject({ from: z.string(), to: z.string() })).meta({ description: 'Opening hours, `HH:MM`' }),
    weekdays: z.array(z.int()).meta({ description: 'ISO weekdays with work, before holidays and closures' }),
  })
  .meta({ id: 'Store' });

/** What a console needs to know before it shows anything. */
export const MeView = z
  .strictObject({
    staff: StaffView,
    language: z.enum(['zh', 'en']).meta({ description: 'In which this request is answered' }),
    store: StoreView,
    may: z.array(z.string()).meta({ description: 'Every route the caller is let in at, `<METHOD> <path>` (BAK-04)' }),
    home: z.string().meta({ description: 'The console’s page that their day begins at' }),
    version: z.string(),
    temporalUiUrl: z.string().nullable().meta({ description: 'Where staff look at workflows; null when nobody said where it is' }),
    clock: ClockView,
  })
  .meta({ id: 'Me', description: 'Who is signed in, where, and what they may do' });
