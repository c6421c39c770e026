import { deflateRawSync } from 'node:zlib';
import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** 部门,系统 / 财政局,预算 in GB18030, written by hand: TextEncoder knows UTF-8 only. */
const GB18030 = Uint8Array.from([0xb2, 0xbf, 0xc3, 0xc5, 0x2c, 0xcf, 0xb5, 0xcd, 0xb3, 0x0a, 0xb2, 0xc6, 0xd5, 0xfe, 0xbe, 0xd6, 0x2c, 0xd4, 0xa4, 0xcb, 0xe3, 0x0a]);

/** A zip of one deflated entry whose directory claims `claimedBytes`. */
function zipOf(name: string, content: Uint8Array, claimedBytes = content.byteLength): Uint8Array {
  const data = deflateRawSync(content);
  const nameBytes = utf8(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(nameBytes.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(data.length, 20);
  entry.writeUInt32LE(claimedBytes, 24);
  entry.writeUInt16LE(nameBytes.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + nameBytes.length, 12);
  end.writeUInt32LE(30 + nameBytes.length + data.length, 16);
  return new Uint8Array(Buffer.concat([local, nameBytes, data, entry, nameBytes, end]));
}

describe('readTable', () => {
  it('H16: reads GB18030, finds the delimiter and keeps line numbers', async () => {
    expect(await readTable(GB18030)).toMatchObject({ encoding: 'gb18030', delimiter: ',', columns: ['部门', '系统'], rows: [{ line: 2, cells: ['财政局', '预算'] }] });
  });

  it('H16: takes semicolons, a byte order mark, mixed line ends, quotes and a title above the header', async () => {
    const table = await readTable(utf8('\ufeff全市业务系统\r\n名称;部门;备注\n"a;1";财政局;"x\ny"\r\n;;\nb;民政局;\n'));
    expect(table).toMatchObject({ delimiter: ';', columns: ['名称', '部门', '备注'] });
    expect(table.rows.map((row) => row.cells)).toEqual([['a;1', '财政局', 'x\ny'], ['b', '民政局', '']]);
  });

  it('reads the shown values of an xlsx', async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('系统');
    sheet.addRow(['名称', '日期', '数']);
    sheet.addRow(['预算', new Date('2027-03-01T00:00:00Z'), { formula: '1+1', result: 2 }]);
    const table = await readTable(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(table).toMatchObject({ format: 'xlsx', sheet: '系统', rows: [{ cells: ['预算', '2027-03-01', '2'] }] });
  });

  it.each([
    ['nothing but a header', utf8('a,b\n'), 'import.no_rows'],
    ['the old binary format', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), 'import.unknown_format'],
    ['random bytes', Uint8Array.from([0xff, 0x00, 0xfe, 0x81, 0x00, 0x00, 0x30, 0x81, 0xff]), 'import.unreadable_encoding'],
    ['H13: a path that leaves the archive', zipOf('../../x.xml', utf8('<a/>')), 'import.archive_unsafe'],
    ['H17: XML with a document type', zipOf('xl/workbook.xml', utf8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>')), 'import.archive_unsafe'],
    ['H15: a bomb that claims to be small', zipOf('xl/big.xml', new Uint8Array(300 * 1024 ** 2), 10), 'import.archive_unsafe'],
  ])('refuses %s', async (_name, bytes, code) => {
    await expect(readTable(bytes)).rejects.toMatchObject({ code });
  });

  it('H16: refuses a cell without end', async () => {
    await expect(readTable(utf8(`a,b\n"${'x'.repeat(200_000)}`))).rejects.toMatchObject({ code: 'import.too_large' });
  });
});
