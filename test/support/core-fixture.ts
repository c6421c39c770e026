import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createCore, type Core, type CoreOptions, type LogRecord } from '../../electron/core/app/index.ts';
import type { CoreEvent } from '../../shared/contract/events.ts';
import { tempDir } from './temp-dir.ts';

export interface CoreFixture {
  readonly core: Core;
  readonly dataDir: string;
  readonly projectPath: string;
  readonly events: CoreEvent[];
  readonly log: LogRecord[];
}

/** A core with its own data folder, closed when the test ends. No project is open. */
export function startCore(options: Partial<CoreOptions> = {}): CoreFixture {
  const dataDir = options.dataDir ?? tempDir('core');
  const log: LogRecord[] = [];
  const events: CoreEvent[] = [];
  const core = createCore({ shell: 'cli', dataDir, checkOutput: true, logSink: (record) => log.push(record), ...options });
  core.subscribe((event) => events.push(event));
  onTestFinished(() => core.close());
  return { core, dataDir, projectPath: join(dataDir, 'city.landfall'), events, log };
}

/** A core with a new, empty project open. */
export async function startCoreWithProject(options: Partial<CoreOptions> = {}): Promise<CoreFixture> {
  const fixture = startCore(options);
  await fixture.core.call('project.create', { name: 'City', file: fixture.core.files.register(fixture.projectPath, 'write') });
  return fixture;
}
