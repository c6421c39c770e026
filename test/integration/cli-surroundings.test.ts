import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CLI } from '../support/served-project.ts';
import { tempDir } from '../support/temp-dir.ts';

interface Done { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** The built program with exactly this environment. */
function landfall(env: Readonly<Record<string, string>>, ...words: string[]): Done {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...words], { env: { PATH: '/usr/bin:/bin', ...env }, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

describe.skipIf(!existsSync(CLI))(`the built program in odd surroundings${existsSync(CLI) ? '' : ' (needs npm run build)'}`, () => {
  const oddFolder = (): string => {
    const odd = join(tempDir('surroundings'), '有 空格 & "引号"');
    mkdirSync(odd);
    return odd;
  };
  const surroundings: readonly (readonly [string, (odd: string) => Readonly<Record<string, string>>])[] = [
    ['no locale', (odd) => ({ HOME: join(odd, 'home'), LC_ALL: 'C' })],
    ['a locale that does not exist', (odd) => ({ HOME: join(odd, 'home'), LC_ALL: 'xx_YY.UTF-8' })],
    ['no HOME', (odd) => ({ XDG_DATA_HOME: join(odd, 'data') })],
    ['a home with blanks and Chinese', (odd) => ({ HOME: odd })],
    ['a home that cannot be written', (odd) => ({ HOME: join(odd, 'home.txt') })],
  ];

  test.each(surroundings)('C11 %s: a project in a path with blanks and Chinese is made, filled and read', (label, envIn) => {
    const odd = oddFolder();
    const env = envIn(odd);
    const project = join(odd, `${label} 城市.landfall`);
    const register = join(odd, '登记 表.csv');
    writeFileSync(join(odd, 'home.txt'), '');
    writeFileSync(register, '部门名称,部门编码\n市财政局,F1\n');
    expect(landfall(env, 'project', 'create', project, '--name', '全市上云')).toMatchObject({ code: 0, stderr: '' });
    expect(landfall(env, 'import', project, register, '--kind', 'departments').code).toBe(0);
    expect(landfall(env, 'department', 'list', project, '--json').stdout).toContain('市财政局');
    expect(JSON.parse(landfall(env, 'project', 'verify', project, '--json').stdout)).toMatchObject({ integrity: 'ok', auditValid: true });
  });
});
