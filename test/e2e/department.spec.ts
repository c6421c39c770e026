import { expect, test } from '@playwright/test';
import { encodeGb18030 } from '../support/encode-gb18030.ts';
import { createSampleProject, type SampleProject } from '../support/sample-project.ts';
import { Desk } from './desk.ts';
import { ImportScreen } from './pages/import-screen.ts';
import { InventoryScreen } from './pages/inventory-screen.ts';
import { SystemsScreen } from './pages/systems-screen.ts';

let sample: SampleProject;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  sample = await createSampleProject();
});
test.afterAll(() => sample.remove());

const NEW_SYSTEM = '预算执行监督系统';
const KNOWN_SYSTEM = '市财政局审计分析系统';

/** One new system, one known with another owner, one without a name, one of a new department, one with a level that is none. */
const REGISTER = [
  '信息系统名称,归口,等保等级,负责人',
  `${NEW_SYSTEM},市财政局,3,张工`,
  `${KNOWN_SYSTEM},市财政局,,李工`,
  ',市财政局,2,王工',
  '应急指挥系统,应急管理局,2,赵工',
  '档案检索系统,市财政局,九级,钱工',
].join('\r\n');

test('a department hands in its register and links its servers (zh-CN)', async ({ browser }) => {
  const desk = await Desk.open(browser, { home: sample.home, project: sample.path, language: 'zh-CN' });
  const { page, t } = desk;
  const importing = new ImportScreen(desk);
  const systems = new SystemsScreen(desk);
  const inventory = new InventoryScreen(desk);
  const department = t('fields:department');

  await test.step('a GB18030 file is read; the column nobody guessed is mapped by hand', async () => {
    await importing.choose('systems', { name: '业务系统台账.csv', content: encodeGb18030(REGISTER) });
    await expect(page.getByText(t('importing:file.encoding', { encoding: 'gb18030' }))).toBeVisible();
    await expect(page.getByText(t('importing:mapping.missing', { fields: department }))).toBeVisible();
    await importing.map(t('importing:mapping.required', { field: department }), '归口');
  });

  await test.step('the preview counts what will happen and says why rows are rejected', async () => {
    await expect(page.getByText(t('importing:preview.reject', { count: 2, replace: { count: '2' } }), { exact: true })).toBeVisible();
    await expect(importing.rejected.getByRole('row').filter({ hasText: t('importing:reason.missing') })).toHaveCount(1);
    await expect(importing.rejected.getByRole('row').filter({ hasText: '档案检索系统' })).toContainText(t('importing:reason.unknownValue'));
    await expect(page.getByText(t('importing:preview.newDepartments', { names: '应急管理局' }))).toBeVisible();
    await importing.apply(3);
    await importing.openRegister();
    await expect(systems.row(NEW_SYSTEM)).toContainText('张工');
    await expect(systems.row(KNOWN_SYSTEM)).toContainText('李工');
  });

  await test.step('a fact is changed in the panel', async () => {
    await systems.open(NEW_SYSTEM);
    await systems.setOwner('周工');
    await expect(systems.row(NEW_SYSTEM)).toContainText('周工');
  });

  await test.step('servers are linked by a rule, and the step is undone', async () => {
    await systems.addRule(new RegExp(NEW_SYSTEM), 'GAJ-S01-APP*');
    await desk.goTo('inventory');
    await expect(inventory.row('GAJ-S01-APP01')).toContainText(NEW_SYSTEM);
    await desk.undo();
    await expect(inventory.row('GAJ-S01-APP01')).not.toContainText(NEW_SYSTEM);
  });

  await test.step('a server is linked by hand, and the step is undone', async () => {
    await inventory.row('GAJ-S01-DB01').getByRole('checkbox').check();
    await inventory.link(NEW_SYSTEM);
    await expect(inventory.row('GAJ-S01-DB01')).toContainText(NEW_SYSTEM);
    await desk.undo();
    await expect(inventory.row('GAJ-S01-DB01')).not.toContainText(NEW_SYSTEM);
  });

  await test.step('the import is undone as one step', async () => {
    await desk.undo();
    await desk.undo();
    await desk.goTo('systems');
    await expect(systems.row(KNOWN_SYSTEM)).not.toContainText('李工');
    await expect(systems.row(NEW_SYSTEM)).toHaveCount(0);
  });

  await desk.leave();
});
