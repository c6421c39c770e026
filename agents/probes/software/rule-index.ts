import { z } from 'zod';
import { softwareCategorySchema } from '../../../shared/model/software.ts';
import rules from './rules.json' with { type: 'json' };

const words = z.array(z.string()).optional();
/** How one product is known. Names are compared letter by letter; nothing here is a regular expression. */
const ruleSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  category: softwareCategorySchema,
  /** Names of its programs; one with slashes is the end of a path. */
  exe: words,
  /** How the names of its processes begin. */
  name: words,
  /** Words of an interpreter's arguments: main classes, option names up to "=", jar files without their version. */
  main: words,
  /** Names of scripts an interpreter runs. */
  script: words,
  /** Packages of its server; "#" stands for a number. */
  pkg: words,
  edition: z.record(z.string(), z.string()).optional(),
  /** Service units beside those named like its packages and programs. */
  unit: words,
  port: z.array(z.number()).optional(),
  /** What stands in a path just before its version. */
  path: words,
  /** Another rule's program is this product when only this one's package is installed. */
  insteadOf: z.string().optional(),
  /** It follows another of its kind by connecting to this port. */
  replica: z.number().optional(),
  /** Ports on which only members of one cluster speak. */
  peers: z.array(z.number()).optional(),
  /** Names no machine and no maker's page has confirmed to the authors. */
  unverified: z.boolean().optional(),
});
export type SoftwareRule = z.infer<typeof ruleSchema>;

/** By rank: where two rules fit one process, the earlier one wins. */
export const SOFTWARE_RULES: readonly SoftwareRule[] = z.array(ruleSchema).parse(rules);

const RANK = new Map(SOFTWARE_RULES.map((rule, index) => [rule, index]));
export const rankOf = (rule: SoftwareRule): number => RANK.get(rule) ?? SOFTWARE_RULES.length;

function index<Key extends string | number>(keysOf: (rule: SoftwareRule) => readonly Key[] | undefined): ReadonlyMap<Key, SoftwareRule> {
  const found = new Map<Key, SoftwareRule>();
  for (const rule of SOFTWARE_RULES) for (const key of keysOf(rule) ?? []) if (!found.has(key)) found.set(key, rule);
  return found;
}

const COMM_LENGTH = 15;
/** The kernel keeps 15 bytes of a process's name. */
export const BY_PROGRAM = index((rule) => rule.exe?.filter((name) => !name.includes('/')).flatMap((name) => (name.length > COMM_LENGTH ? [name, name.slice(0, COMM_LENGTH)] : [name])));
export const BY_MAIN = index((rule) => rule.main);
export const BY_SCRIPT = index((rule) => rule.script);
export const BY_PACKAGE = index((rule) => rule.pkg);
export const BY_UNIT = index((rule) => [...(rule.unit ?? []), ...(rule.pkg ?? []).filter((name) => !name.includes('#')), ...(rule.exe ?? []).filter((name) => !name.includes('/'))]);

/** Ends of paths by their last name. */
export const BY_PATH_END: ReadonlyMap<string, readonly (readonly [end: string, rule: SoftwareRule])[]> = Map.groupBy(
  SOFTWARE_RULES.flatMap((rule) => (rule.exe ?? []).filter((name) => name.includes('/')).map((end) => [`/${end}`, rule] as const)),
  ([end]) => end.slice(end.lastIndexOf('/') + 1),
);
export const NAME_STARTS: readonly (readonly [start: string, rule: SoftwareRule])[] = SOFTWARE_RULES.flatMap((rule) => (rule.name ?? []).map((start) => [start, rule] as const));

/** A port alone hints at a product only where all that claim it are of one kind: then at the best known of them. */
export const BY_PORT: ReadonlyMap<number, SoftwareRule> = new Map(
  [...Map.groupBy(SOFTWARE_RULES.flatMap((rule) => (rule.port ?? []).map((port) => ({ port, rule }))), ({ port }) => port)].flatMap(([port, [first, ...others]]) =>
    first !== undefined && others.every(({ rule }) => rule.category === first.rule.category) ? [[port, first.rule] as const] : []),
);

/** Two first letters of packages that are named with numbers: all others need no second look. */
export const NUMBERED_PACKAGE_STARTS: ReadonlySet<string> = new Set([...BY_PACKAGE.keys()].filter((name) => name.includes('#')).map((name) => name.slice(0, 2)));
/** Rules that take over another rule's programs, by that rule's id. */
export const TAKE_OVER: ReadonlyMap<string, readonly SoftwareRule[]> = Map.groupBy(SOFTWARE_RULES.filter((rule) => rule.insteadOf !== undefined), (rule) => rule.insteadOf ?? '');
