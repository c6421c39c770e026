import type { ServerDetail } from './server-detail.ts';

export type MachineFacts = NonNullable<ServerDetail['facts']>;

/** One line of the machine tab: the name of the fact, and what is said of it, one text per thing. */
export interface MachineRow<Key extends string> {
  readonly key: Key;
  readonly values: readonly string[];
}

/** Texts that need the language on the screen. */
export interface MachineWords {
  readonly bytes: (bytes: number) => string;
  readonly count: (count: number) => string;
  readonly chassis: (chassis: NonNullable<NonNullable<MachineFacts['hardware']>['chassis']>) => string;
  readonly serial: (serial: string) => string;
  readonly free: (bytes: string) => string;
  readonly paths: (running: number, paths: number) => string;
  readonly members: (working: number, wanted: number) => string;
  readonly slots: (used: number, slots: number) => string;
  readonly atMost: (bytes: string) => string;
  readonly addable: (threads: number) => string;
  readonly rules: (rules: number, chains: number) => string;
  /** For a list that was asked for and is empty. */
  readonly none: () => string;
  readonly yesNo: (yes: boolean) => string;
}

/** The parts that are known, parted by blanks. */
export function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

/** What is said of a value, nothing when there is none. */
export function told<Value>(value: Value | undefined, text: (value: Value) => string): string | undefined {
  return value === undefined ? undefined : text(value);
}

/** Only rows of which something is known. */
export function knownRows<Key extends string>(rows: readonly (readonly [Key, readonly (string | undefined)[] | undefined])[]): MachineRow<Key>[] {
  return rows.flatMap(([key, values]) => {
    const known = values?.filter((value): value is string => value !== undefined && value !== '') ?? [];
    return known.length > 0 ? [{ key, values: known }] : [];
  });
}
