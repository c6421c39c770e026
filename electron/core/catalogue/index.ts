import type { catalogueContract } from '../../../shared/contract/catalogue.ts';
import type { CoreContext } from '../context/core-context.ts';
import type { HandlersOf } from '../ports/handlers-of.ts';
import { deleteDocument, writeDocument } from '../db/document-store.ts';
import { currentCatalogue, sampleCatalogue } from './current-catalogue.ts';
import { readCatalogueFile } from './read-catalogue-file.ts';

export { currentCatalogue, type CurrentCatalogue } from './current-catalogue.ts';

export function createCatalogueFeature(context: CoreContext): HandlersOf<typeof catalogueContract> {
  return {
    'catalogue.get': () => currentCatalogue(context.database()),
    'catalogue.import': ({ file }) => {
      const database = context.database();
      const catalogue = readCatalogueFile(context.files.resolve(file, 'read'), currentCatalogue(database).catalogue);
      const summary = { name: catalogue.name, version: catalogue.version, flavours: catalogue.flavours.length, services: catalogue.services.length };
      database.edit({ action: 'catalogue.import', by: context.userName(), summary }, () => writeDocument(database, 'catalogue', catalogue));
      return { catalogue };
    },
    'catalogue.useSample': () => {
      const database = context.database();
      database.edit({ action: 'catalogue.useSample', by: context.userName(), summary: {} }, () => deleteDocument(database, 'catalogue'));
      return { catalogue: sampleCatalogue() };
    },
    'catalogue.savePolicy': ({ policy }) => {
      const database = context.database();
      database.edit({ action: 'catalogue.savePolicy', by: context.userName(), summary: { ...policy } }, () => writeDocument(database, 'sizing-policy', policy));
      return { policy };
    },
  };
}
