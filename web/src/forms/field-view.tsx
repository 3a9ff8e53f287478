import { Suspense, type ComponentType } from 'react';
import { elementId, useForm } from './context';
import { REGISTER } from './register';
import type { FieldProps, WidgetProps } from './widget';

/** One field, by the widget that the API names for it; one that this console does not know is filled in by the field's type. */
export function FieldView(props: FieldProps) {
  const { errors, id } = useForm();
  const { field, pointer } = props;
  const Widget = (REGISTER.byName[field.ui?.widget ?? ''] ?? REGISTER.byType(field)) as ComponentType<WidgetProps>;
  return (
    <div className="field" id={elementId(id, pointer)} tabIndex={-1}>
      {field.ui?.hint !== undefined && <p className="field-hint">{field.ui.hint}</p>}
      <Suspense fallback={<div className="field-wait" aria-hidden="true" />}>
        <Widget {...props} error={errors.get(pointer)} />
      </Suspense>
    </div>
  );
}
