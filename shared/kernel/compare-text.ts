/** Orders by UTF-16 code units: the same in every language, shell and operating system. For display use Intl.Collator. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
