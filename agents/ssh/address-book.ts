import { lookup } from 'node:dns/promises';

/** Finds the address of a name. Rejects as `dns.lookup` does. */
export interface AddressBook {
  addressOf(name: string): Promise<string>;
}

const lookUp = async (name: string): Promise<string> => (await lookup(name, { verbatim: true })).address;

/**
 * The first address found for a name counts from then on: a name that changes in the middle of a run must not lead its second
 * contact to another machine. A name that was not found is looked up again.
 */
export function createAddressBook(find: (name: string) => Promise<string> = lookUp): AddressBook {
  const known = new Map<string, Promise<string>>();
  return {
    addressOf: (name) => {
      const key = name.toLowerCase();
      const pinned = known.get(key) ?? find(key);
      known.set(key, pinned);
      pinned.catch(() => known.delete(key));
      return pinned;
    },
  };
}
