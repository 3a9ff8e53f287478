import { createContext, useContext, type ComponentType } from 'react';
import type { When } from '../time/time';
import type { Errors } from './errors';
import type { FieldProps } from './widget';

/** What the fields of a form need to know beside their value. */
export interface FormSetting {
  /** The order that photos are added to; null where the task is about none. */
  readonly order: string | null;
  readonly when: When;
  readonly errors: Errors;
  /** Prefix of the fields' element ids. */
  readonly id: string;
  /** Draws a field within a field. */
  readonly Field: ComponentType<FieldProps>;
}

const Setting = createContext<FormSetting | null>(null);
export const FormProvider = Setting.Provider;

export function useForm(): FormSetting {
  const setting = useContext(Setting);
  if (!setting) throw new Error('a field stands outside of a form');
  return setting;
}

/** The id of the element that a pointer's error leads to. */
export const elementId = (form: string, pointer: string): string => `${form}${pointer.replaceAll('/', '.')}`;
