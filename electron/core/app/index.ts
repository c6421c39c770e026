export { createCore } from './create-core.ts';
export type { Core, CoreOptions } from './core.ts';
export type { LogRecord, LogSink } from './create-logger.ts';
export type { FileRegistry } from './file-registry.ts';
export type { CallInfo, CoreContext, HandlersOf } from './context.ts';
export { APP_VERSION } from './app-version.ts';
export { createLogger } from './create-logger.ts';
export type { Logger } from './logger.ts';
