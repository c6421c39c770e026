export { createCore } from './create-core.ts';
export type { Core, CoreOptions } from './core.ts';
export type { LogRecord, LogSink } from './create-logger.ts';
export type { FileRegistry } from '../ports/file-registry.ts';
export type { CoreContext } from '../context/core-context.ts';
export type { CallInfo, HandlersOf } from '../ports/handlers-of.ts';
export { APP_VERSION } from '../context/app-version.ts';
export { createLogger } from './create-logger.ts';
export type { Logger } from '../ports/logger.ts';
