import { AppError } from '../../../shared/kernel/app-error.ts';
import { SERVER_FIELDS, serverSchema } from '../../../shared/model/server.ts';
import type { NewObservation } from './observations/store.ts';
import { isObservedField } from './observed-fields.ts';

/** Changes a person asks for as observations. Throws `request.invalid_input` naming the fields that may not be set so. */
export function checkChanges(changes: Readonly<Record<string, string | number | null>>): NewObservation[] {
  const wrong: string[] = [];
  const values: NewObservation[] = [];
  for (const [name, value] of Object.entries(changes)) {
    const spec = SERVER_FIELDS.find((field) => field.key === name);
    const fits = spec?.editable === true && isObservedField(name) && (value === null || (value !== '' && serverSchema.shape[spec.key].safeParse(value).success));
    if (fits && isObservedField(name)) values.push({ field: name, value });
    else wrong.push(name);
  }
  if (wrong.length > 0 || values.length === 0) throw new AppError('request.invalid_input', { fields: wrong, reasons: wrong.map(() => 'not_editable') });
  return values;
}
