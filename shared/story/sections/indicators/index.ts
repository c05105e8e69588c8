import { field } from '../../fields.ts';
import { textsOf } from '../../json-texts.ts';
import { defineSection, normalised } from '../../section.ts';
import { briefIndicators } from './brief.ts';
import { indicatorsPage } from './page.ts';

/** Key indicators: one number of the story, with what it counts. */
export const indicators = defineSection({
  kind: 'indicators',
  place: 10,
  names: { one: 'Indicator', many: 'Key indicators' },
  fields: {
    value: field.line('Value'),
    label: field.line('Label'),
    detail: field.prose('Detail'),
    unit: field.line('Unit'),
    scope: field.line('Scope'),
    asOf: field.date('As of'),
    /** What the value was before, oldest first; appended when it changes. */
    earlier: field.log('Earlier values'),
  },
  title: (fields) => fields.label || fields.value || 'Untitled indicator',
  identity: (fields) => normalised(fields.label),
  nameFields: ['label', 'value'],
  remembers: { field: 'value', log: 'earlier', on: 'asOf' },
  storyJson: {
    key: 'indicators',
    write: ({ value, label, detail }) => ({ value, label, detail }),
    read: (item) => textsOf(item, ['value', 'label', 'detail']),
  },
  brief: briefIndicators,
  page: indicatorsPage,
  upgrades: [],
  fixture: () => ({
    kind: 'indicators',
    fields: {
      value: '237',
      label: 'Vessels waiting',
      detail: 'Both ends and the Great Bitter Lake, morning count',
      unit: 'vessels',
      scope: 'Canal and anchorages',
      asOf: { edtf: '2021-03-26' },
      earlier: [{ value: '206', on: { edtf: '2021-03-25' }, recordedAt: '2021-03-25T18:00:00.000Z' }],
    },
  }),
});
