import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createHttpClient } from '../../renderer/src/api/create-http-client.ts';
import { exportResultSchema } from '../../shared/contract/exporting.ts';
import { uploadedFileSchema, webSessionSchema } from '../../shared/contract/web-shell.ts';
import { startCoreWithProject } from '../support/core-fixture.ts';
import { pagePlatform, signIn, startWeb } from '../support/web-shell.ts';

async function fixture(options: Parameters<typeof startWeb>[1] = {}) {
  const { core, dataDir, projectPath } = await startCoreWithProject({ shell: 'web' });
  const server = await startWeb(core, { dataDir, ...options });
  const page = pagePlatform(server.origin, await signIn(server));
  const { token } = webSessionSchema.parse(await (await page.fetch(`${server.origin}/session`)).json());
  const upload = (name: string, purpose: string, body: RequestInit['body']): Promise<Response> =>
    page.fetch(`${server.origin}/files?${new URLSearchParams({ name, purpose }).toString()}`, { method: 'PUT', headers: { 'x-landfall': token }, body: body ?? null, duplex: 'half' } as RequestInit);
  return { core, dataDir, projectPath, page, server, upload, client: createHttpClient(server.origin, page) };
}

const codeOf = async (response: Response): Promise<string> => z.object({ error: z.object({ code: z.string() }) }).parse(await response.json()).error.code;
const filesBelow = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []);

describe('files of the web shell', () => {
  it('an uploaded register can be imported, whatever its name', async () => {
    const { upload, client } = await fixture();
    const response = await upload('../../etc/部门 登记.csv', 'import', '部门名称\n财政局\n');
    const file = uploadedFileSchema.parse(await response.json());
    expect(file.name).toBe('etc-部门-登记.csv');
    const preview = await client.call('importing.preview', { file: file.token, kind: 'departments' });
    expect(preview.counts.create).toBe(1);
  });

  it('an upload over the limit is refused by its length and while it streams, and leaves nothing behind', async () => {
    const { upload, dataDir } = await fixture({ maxUploadBytes: 1000 });
    const declared = await upload('a.csv', 'import', 'x'.repeat(1001));
    expect([declared.status, await codeOf(declared)]).toEqual([413, 'request.too_large']);
    const stream = new ReadableStream({
      start(controller) {
        for (let index = 0; index < 20; index += 1) controller.enqueue(new TextEncoder().encode('x'.repeat(100)));
        controller.close();
      },
    });
    const streamed = await upload('b.csv', 'import', stream);
    expect(streamed.status).toBe(413);
    expect(filesBelow(join(dataDir, 'temporary')).filter((name) => /[ab]\.csv$/.test(name))).toEqual([]);
    expect((await upload('c.csv', 'import', 'x'.repeat(1000))).status).toBe(200);
  });

  it('an upload needs a known purpose', async () => {
    const { upload } = await fixture();
    const response = await upload('a.csv', 'anything', 'x');
    expect([response.status, await codeOf(response)]).toEqual([400, 'request.invalid_input']);
  });

  it('an uploaded project outlives the server: it goes into the projects folder', async () => {
    const { upload, client, projectPath, dataDir } = await fixture();
    await client.call('project.backUp', {});
    await client.call('project.close', {});
    const { token } = uploadedFileSchema.parse(await (await upload('city.landfall', 'project-open', readFileSync(projectPath))).json());
    const { status } = await client.call('project.open', { file: token });
    expect(status.name).toBe('City');
    expect(status.path?.startsWith(join(dataDir, 'projects', 'uploaded', 'city-'))).toBe(true);
  });

  it('a finished export can be downloaded whole; nothing else can', async () => {
    const { upload, client, core, page, server } = await fixture();
    const { department } = await client.call('organisation.createDepartment', { name: 'Finance' });
    await client.call('organisation.createSystem', { name: 'Ledger', departmentId: department.id });
    const ended = new Promise<unknown>((resolve) => {
      core.subscribe((event) => {
        if (event.topic === 'job.progressed' && event.payload.state === 'succeeded') resolve(event.payload.result);
      });
    });
    await client.call('exporting.start', { format: 'csv', table: 'systems', language: 'en' });
    const result = exportResultSchema.parse(await ended);
    const response = await page.fetch(`${server.origin}/files/${result.file}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(result.sha256);
    expect(response.headers.get('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent(result.fileName)}`);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    const uploaded = uploadedFileSchema.parse(await (await upload('secret.key', 'identity', 'private')).json());
    for (const token of [uploaded.token, 'file-unknown', 'a%2f..']) {
      const refused = await page.fetch(`${server.origin}/files/${token}`);
      expect([400, 404], token).toContain(refused.status);
      expect(await refused.text()).not.toContain('private');
    }
  });
});
