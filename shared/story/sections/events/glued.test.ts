import { describe, expect, it } from 'vitest';
import { categoriesOf, splitGlued } from './glued.ts';

const split = (line: string, known: readonly string[] = [], page: readonly string[] = []): readonly string[] | null => {
  const found = splitGlued(line, categoriesOf([...page, line], known));
  return found === null ? null : [found.category, found.text];
};

describe('[IM6] a category glued to a text', () => {
  it.each([
    ['SalvageTwo tugs arrive.', 'Salvage', 'Two tugs arrive.'],
    ['Official NoticeThe authority stops saying so.', 'Official Notice', 'The authority stops saying so.'],
    ['State of PlayTwo tugs arrive.', 'State of Play', 'Two tugs arrive.'],
    ['Statement“We regret it,” says the owner.', 'Statement', '“We regret it,” says the owner.'],
    ['Statement"We regret it," says the owner.', 'Statement', '"We regret it," says the owner.'],
    ['DiplomaticMcCain visits the canal.', 'Diplomatic', 'McCain visits the canal.'],
    ['EconomyEU ministers meet.', 'Economy', 'EU ministers meet.'],
    ['SpaceRocket parts wait.', 'Space', 'Rocket parts wait.'],
    ['TradeSpaceX parts wait.', 'Trade', 'SpaceX parts wait.'],
    ['DétenteÉmissaires arrive.', 'Détente', 'Émissaires arrive.'],
    ['ТорговляСуда ждут.', 'Торговля', 'Суда ждут.'],
  ])('is taken off where the boundary is clear: %s', (line, category, text) => {
    expect(split(line)).toEqual([category, text]);
  });

  it.each([
    'McCain visits the canal.',
    'iPhone makers wait for parts.',
    'SpaceX waits for parts.',
    'EUCommission proposes a fund.',
    'The YouTube channel films the tugs.',
    'Owner of TikTok waits for parts.',
    'TechiPhone makers wait.',
    'TalksTechBank waits.',
    'No capital stands anywhere in here.',
    'Domestic76% want it gone.',
    'salvageTwo tugs arrive.',
    '',
  ])('is left open where it is doubtful: %s', (line) => {
    expect(split(line)).toBeNull();
  });

  it('is believed where it is known, longest first', () => {
    expect(split('EUCommission proposes a fund.', ['EU'])).toEqual(['EU', 'Commission proposes a fund.']);
    expect(split('TechiPhone makers wait.', ['Tech'])).toEqual(['Tech', 'iPhone makers wait.']);
    expect(split('Domestic76% want it gone.', ['Domestic'])).toEqual(['Domestic', '76% want it gone.']);
    expect(split('Trade TalksTwo tugs.', ['Trade', 'Trade Talks'])).toEqual(['Trade Talks', 'Two tugs.']);
    expect(split('Trade', ['Trade'])).toEqual(['Trade', '']);
    expect(split('Statements are made.', ['Statement'])).toBeNull();
  });

  it('is believed where it repeats on the page', () => {
    expect(split('Domestic76% want it gone.', [], ['DomesticPolls are out.'])).toEqual([
      'Domestic',
      '76% want it gone.',
    ]);
    const eu = ['EULeaders meet.', 'EUCommission proposes a fund.'];
    expect(split('EULeaders meet.', [], eu)).toEqual(['EU', 'Leaders meet.']);
    const names = ['DiplomaticMcCain visits.', 'DiplomaticMcConnell visits.'];
    expect(split('DiplomaticMcCain visits.', [], names)).toEqual(['Diplomatic', 'McCain visits.']);
  });
});
