/** Makes an unhandled union member a compile error, and an honest crash if one arrives at run time. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
