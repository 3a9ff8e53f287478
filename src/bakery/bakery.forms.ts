import type { TaskForm } from '../process/tasks/form';
import { defineForms } from '../process/tasks/forms';
import { taskPhotoFaults } from './answer-checks';
import { CHANGE_FORMS } from './tasks/changes.schema';
import { DELIVERY_FORMS } from './tasks/delivery.schema';
import { EXCEPTION_FORMS } from './tasks/exceptions.schema';
import { INTAKE_FORMS } from './tasks/intake.schema';
import { PRODUCTION_FORMS } from './tasks/production.schema';

const FORMS = { ...INTAKE_FORMS, ...CHANGE_FORMS, ...PRODUCTION_FORMS, ...DELIVERY_FORMS, ...EXCEPTION_FORMS };

/** Whatever else a form checks, the photos that its row names are looked up, so that no form can forget them. */
const withPhotos = (form: TaskForm): TaskForm => ({
  ...form,
  check: async (services, task, answer, now) => [
    ...(await taskPhotoFaults(services, task, answer)),
    ...((await form.check?.(services, task, answer, now)) ?? []),
  ],
});

defineForms(Object.fromEntries(Object.entries<TaskForm>(FORMS).map(([kind, form]) => [kind, withPhotos(form)])));
