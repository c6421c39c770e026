import { Command, Option } from 'commander';
import { expect, it } from 'vitest';
import { createTranslate } from './translator.ts';
import { usageMessage } from './usage-message.ts';

function mistake(argv: readonly string[]): string {
  let text = '';
  const program = new Command('x').exitOverride().configureOutput({ writeErr: (chunk) => void (text += chunk) });
  program
    .command('scan <file>')
    .exitOverride()
    .configureOutput({ writeErr: (chunk) => void (text += chunk) })
    .addOption(new Option('--policy <name>').choices(['ask', 'strict']))
    .addOption(new Option('--agent').conflicts('policy'))
    .addOption(new Option('--out <path>').makeOptionMandatory())
    .action(() => undefined);
  expect(() => program.parse(argv, { from: 'user' })).toThrow();
  return usageMessage(createTranslate('zh-CN'), text);
}

it.each([
  [['scna'], "错误：未知命令 'scna'\n（是否想输入 scan？）\n"],
  [['scan', 'f', '--out', 'o', '--polcy', 'x'], "错误：未知选项 '--polcy'\n（是否想输入 --policy？）\n"],
  [['scan', '--out', 'o'], "错误：缺少参数 'file'\n"],
  [['scan', 'f', '--out'], "错误：选项 '--out <path>' 需要取值\n"],
  [['scan', 'f'], "错误：必须指定选项 '--out <path>'\n"],
  [['scan', 'f', '--out', 'o', '--agent', '--policy', 'ask'], "错误：'--agent' 不能与 '--policy <name>' 同时使用\n"],
  [['scan', 'f', '--out', 'o', '--policy', 'x'], "错误：'x' 不适用于选项 '--policy <name>'。可选值： ask, strict.\n"],
  [['scan', 'f', 'g', '--out', 'o'], expect.stringMatching(/^错误：参数过多/)],
])('%j in Chinese', (argv, text) => expect(mistake(argv)).toEqual(text));
