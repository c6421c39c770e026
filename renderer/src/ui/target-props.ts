import type { Ref } from 'react';

/** A menu or popover hangs on a button: it hands the button a ref and ARIA attributes, which the button passes on. */
export interface TargetProps {
  readonly ref?: Ref<HTMLButtonElement>;
}
