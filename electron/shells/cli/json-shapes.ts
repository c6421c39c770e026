import { z } from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { exportResultSchema } from '../../../shared/contract/exporting.ts';
import { probeSheetSchema } from '../../../shared/contract/scan.ts';
import { demoResultSchema } from './commands/demo-command.ts';

/** What each command prints with `--json`. */
export const JSON_SHAPES = {
  'project create': contract['project.getStatus'].output,
  'project info': contract['project.getStatus'].output,
  'project verify': contract['project.verify'].output,
  'project backup': contract['project.backUp'].output,
  'project backups': contract['project.listBackups'].output,
  'project restore': contract['project.getStatus'].output,
  'project recover': contract['project.recover'].output,
  'project undo': contract['project.undo'].output,
  'project redo': contract['project.redo'].output,
  'project log': contract['project.listAudit'].output,
  'project quiet-hours': contract['scan.getSettings'].output,
  scan: contract['scan.getRun'].output,
  'scan --preflight': contract['scan.runPreflight'].output,
  'scan diff': contract['scan.listDiff'].output,
  'campaign create': contract['campaign.create'].output,
  'campaign create --dry-run': contract['campaign.preview'].output,
  'campaign run': contract['campaign.get'].output,
  'campaign list': contract['campaign.list'].output,
  'campaign status': contract['campaign.get'].output.extend({ coverage: contract['campaign.getCoverage'].output }),
  'campaign script': contract['campaign.getScript'].output,
  'campaign cancel': contract['campaign.cancel'].output,
  'vault create': contract['vault.create'].output,
  'vault info': contract['vault.getStatus'].output,
  'vault add': contract['vault.add'].output,
  'vault update': contract['vault.update'].output,
  'vault list': contract['vault.list'].output,
  'vault remove': contract['vault.remove'].output,
  'vault check': contract['vault.check'].output,
  'vault passwd': contract['vault.changePassphrase'].output,
  'host list': contract['inventory.listServers'].output,
  'host show': contract['inventory.getServer'].output,
  'host split': contract['inventory.splitServer'].output,
  'host rejoin': contract['inventory.rejoinServer'].output,
  'host keys': contract['scan.listHostKeys'].output,
  'host approve': contract['scan.approveHostKeys'].output,
  'host exceptions': contract['scan.listCryptoExceptions'].output,
  'host allow-crypto': contract['scan.allowCrypto'].output,
  'host disallow-crypto': contract['scan.removeCryptoException'].output,
  import: contract['importing.apply'].output,
  'import --dry-run': contract['importing.preview'].output,
  'department list': contract['organisation.listDepartments'].output,
  'system list': contract['organisation.listSystems'].output,
  'plan create': contract['plan.get'].output,
  'plan show': contract['plan.get'].output,
  'plan check': contract['plan.check'].output,
  'plan list': contract['plan.list'].output,
  'plan problem': contract['plan.getProblem'].output,
  'plan settings': contract['plan.getSettings'].output,
  'track set': contract['tracking.setState'].output,
  'track list': contract['tracking.listSystems'].output,
  progress: contract['tracking.getProgress'].output,
  export: exportResultSchema,
  serve: z.object({ url: z.url() }),
  demo: demoResultSchema,
  doctor: contract['diagnostics.examine'].output,
  script: contract['scan.getScript'].output,
  sudoers: probeSheetSchema.shape.sudoers.unwrap(),
} as const satisfies Record<string, z.ZodType>;

/** JSON Schema (2020-12) of one shape, as it stands on stdout. */
export function jsonSchemaOf(shape: z.ZodType): unknown {
  // Inputs of the transforms are the JSON values; brands exist only for the compiler.
  return z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' });
}
