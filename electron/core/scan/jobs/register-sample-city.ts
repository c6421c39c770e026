import { writeFile } from 'node:fs/promises';
import type { Registers } from '../../../../agents/estate/register-csv.ts';
import type { CoreContext } from '../../context/core-context.ts';
import { createImportingFeature } from '../../importing/index.ts';

/** Brings the city's registers in as a department would: two files, recognised, mapped and applied by the importer. */
export async function registerSampleCity(context: CoreContext, registers: Registers, signal: AbortSignal): Promise<void> {
  const importing = createImportingFeature(context);
  const files = [['departments', 'departments.csv', registers.departmentsCsv], ['systems', 'systems.csv', registers.systemsCsv]] as const;
  for (const [kind, name, text] of files) {
    const { token: file, path } = context.files.createTemporary(name);
    await writeFile(path, text);
    const { mapping } = await importing['importing.preview']({ file, kind }, { signal });
    await importing['importing.apply']({ file, kind, mapping }, { signal });
  }
  context.changed('organisation', 'project');
}
