import type { FilePurpose, Host, PickedFile } from '../../../shared/contract/host.ts';

/** The shell's powers as the page has them: beyond the contract, a browser can hand over a file that was dropped on the page. */
export interface PageHost extends Host {
  readonly takeFile?: (file: File, purpose: FilePurpose) => Promise<PickedFile>;
}
