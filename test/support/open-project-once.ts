import { createCore } from '../../electron/core/app/index.ts';

/** `open-project-once.ts PROJECT DATADIR`: opens a project for writing, as a shell does, and closes it; tests kill it on the way. */
const [path = '', dataDir = ''] = process.argv.slice(3);
const core = createCore({ shell: 'cli', dataDir });
await core.call('project.open', { file: core.files.register(path, 'write') });
await core.close();
