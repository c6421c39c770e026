import { expect, test } from 'vitest';
import { createWizardStore } from './wizard-store.ts';

test('who waits is forgotten with the list it was chosen from', () => {
  const store = createWizardStore();
  store.getState().changeTiming({ heldDepartments: ['a'] });
  store.getState().changeTiming({ ignoreQuietHours: true });
  expect(store.getState().timing).toEqual({ heldDepartments: ['a'], ignoreQuietHours: true });
  store.getState().changeTargets({ text: '10.0.0.2' });
  expect(store.getState().timing).toEqual({ heldDepartments: [], ignoreQuietHours: false });
});

test('changing the list makes the preview out of date; restarting forgets the secret', () => {
  const store = createWizardStore();
  store.getState().previewed({ targets: [], rejected: [], duplicates: 0, format: 'list', encoding: 'utf-8' });
  store.getState().chooseCanary(3);
  store.getState().changeTargets({ text: '10.0.0.1' });
  expect(store.getState()).toMatchObject({ preview: null, canary: 0, targets: { text: '10.0.0.1', format: 'auto' } });
  store.getState().changeAccess({ kind: 'password', password: 'secret' });
  store.getState().goTo('canary');
  store.getState().restart();
  expect(store.getState()).toMatchObject({ step: 'targets', access: { password: '', kind: 'agent' } });
});
