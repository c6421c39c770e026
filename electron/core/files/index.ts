export { writeFileAtomically } from './write-file-atomically.ts';
export { createWriteQueue } from './write-queue.ts';
