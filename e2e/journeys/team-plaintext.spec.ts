import { DraftsScreen } from '../screens/drafts.ts';
import { ReaderScreen } from '../screens/reader.ts';
import { passphrase, sharingOf, storyOf } from '../support/shared-notebook.ts';
import { expect, test } from '../support/team.ts';
import { formsOf, Wiretap } from '../support/wiretap.ts';

const title = 'Harbour of Larkmouth';
/** Long enough that chance does not write them into ciphertext. */
const words = [
  ...['Larkmouth', 'Marabella', 'Noortje van Dam', 'Ilirian Gashi', 'Writing desk', 'Pilot Anselmus', 'sluicegate'],
  ...['Bollard theory', 'weighbridge', 'Anchorage log', 'Quartermaster', passphrase],
];

test('three people share a notebook; nothing of it can be read at the relay, on the way there, or in its log', async ({
  team,
}) => {
  const tap = await Wiretap.before(team.relay.url);
  const [mara, noor, ilir] = [await team.person('one'), await team.person('two'), await team.person('three')];
  await mara.notebook.create(title);
  await sharingOf(mara).share(tap.url, { name: 'Marabella', device: 'Writing desk', passphrase });
  for (const [person, name] of [
    [noor, 'Noortje van Dam'],
    [ilir, 'Ilirian Gashi'],
  ] as const) {
    const link = await sharingOf(mara).invite('Editor');
    await person.notebook.main.waitFor();
    await sharingOf(person).join(link, { name, passphrase });
    await expect(sharingOf(mara).member(name)).toHaveCount(1);
  }
  await sharingOf(mara).close();

  await storyOf(mara).add('Add person', 'Pilot Anselmus');
  await storyOf(noor).add('Add person', 'Keeper of the sluicegate');
  for (const person of [mara, noor, ilir]) await expect(storyOf(person).rows('People')).toHaveCount(2);
  await new DraftsScreen(ilir.running.page).begin('Bollard theory');
  await ilir.running.page.keyboard.type('The weighbridge was closed.');
  await new ReaderScreen(noor.running.page).add('Anchorage log\n\nThe Quartermaster signed for nothing.');
  for (const person of [mara, noor, ilir]) await sharingOf(person).says('A teammate has it');
  await expect(mara.notebook.contents.getByRole('link', { name: 'Bollard theory' })).toBeVisible();

  await test.step('after somebody was removed, too', async () => {
    await sharingOf(mara).open();
    await sharingOf(mara).remove('Noortje van Dam');
    await sharingOf(mara).close();
    await storyOf(mara).add('Add person', 'Harbour master of Larkmouth');
    await ilir.notebook.go('Story');
    await expect(storyOf(ilir).rows('People')).toHaveCount(3);
    await sharingOf(mara).says('A teammate has it');
  });

  for (const person of [mara, noor, ilir]) await person.close();
  await team.relay.stop();
  const heard = tap.everything();
  await tap.stop();
  const stored = await team.relay.everything();
  // The record is one: rooms are named in it, in what devices send in WebSockets, too.
  const room = /\/v1\/rooms\/([\w-]{22})/.exec(heard.toString('latin1'))?.[1] ?? '?';
  expect(heard.includes(`${room}/0`)).toBe(true);
  expect(stored.includes(room)).toBe(true);
  for (const lead of ['', 'a', 'ab']) {
    const hidden = Buffer.from(Buffer.from(`${lead}${title}`).toString('base64'));
    expect(formsOf('Harbour').some((form) => hidden.includes(form))).toBe(true);
  }
  for (const word of words)
    for (const form of formsOf(word)) {
      expect(heard.includes(form), `${word} on the way`).toBe(false);
      expect(stored.includes(form), `${word} at the relay`).toBe(false);
    }
});
