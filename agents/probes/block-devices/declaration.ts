import { nonEmpty, type SectionDeclaration } from '../section-declaration.ts';
import { parseBlockDevices } from './parse.ts';
import script from './collect.sh?raw';

export const blockDevicesSection: SectionDeclaration = {
  name: 'block-devices',
  costRank: 2,
  seconds: 4,
  bytes: 131_072,
  programs: [],
  reads: ['/sys/block', '/sys/devices'],
  columns: [
    { name: 'name', type: 'text', from: '/sys/block; dm/name' },
    { name: 'kind', type: 'choice', from: 'dm/uuid; md/level' },
    { name: 'sizeBytes', type: 'integer', unit: 'bytes', from: '/sys/block/*/size' },
    { name: 'rotational', type: 'boolean', from: '/sys/block/*/queue/rotational' },
    { name: 'model', type: 'text', from: '/sys/block/*/device/model' },
    { name: 'parents', type: 'text', from: '/sys/block/*/slaves' },
  ],
  fact: 'blockDevices',
  mayBeAbsent: true,
  read: (lines) => ({ blockDevices: nonEmpty(parseBlockDevices(lines)) }),
  script,
};
