import { expect, test } from 'vitest';
import { createAddressBook } from './address-book.ts';

test('N34 a name keeps its first address though the answer changes; a failed look-up is made again', async () => {
  const answers = ['fail', '10.0.0.1', '10.0.0.2'];
  const asked: string[] = [];
  const book = createAddressBook((name) => {
    asked.push(name);
    const answer = answers[asked.length - 1] ?? '';
    return answer === 'fail' ? Promise.reject(new Error('SERVFAIL')) : Promise.resolve(answer);
  });
  await expect(book.addressOf('db.example')).rejects.toThrow('SERVFAIL');
  expect(await Promise.all([book.addressOf('db.example'), book.addressOf('DB.example')])).toEqual(['10.0.0.1', '10.0.0.1']);
  expect(await book.addressOf('db.example')).toBe('10.0.0.1');
  expect(asked).toEqual(['db.example', 'db.example']);
});
