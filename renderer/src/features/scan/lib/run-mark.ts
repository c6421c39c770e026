import type { HostKey, ScanRun, ScanTargetResult } from '../../../../../shared/model/scan.ts';
import type { StatusKind } from '../../../ui/status-mark.tsx';

export const RUN_MARK: Readonly<Record<ScanRun['state'], StatusKind>> = { running: 'running', paused: 'waiting', finished: 'done', cancelled: 'excluded', interrupted: 'warning' };
export const TARGET_MARK: Readonly<Record<ScanTargetResult['state'], StatusKind>> = { queued: 'waiting', running: 'running', done: 'done', partial: 'warning', failed: 'blocked', skipped: 'excluded' };
export const KEY_MARK: Readonly<Record<HostKey['state'], StatusKind>> = { trusted: 'done', pending: 'waiting', changed: 'blocked', revoked: 'excluded' };
