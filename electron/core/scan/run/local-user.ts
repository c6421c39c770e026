import { userInfo } from 'node:os';

/** The account that works here: tried on hosts for which nobody named one, as ssh does. */
export function localUser(): string {
  return userInfo().username;
}
