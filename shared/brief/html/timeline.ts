import { undated } from '../../story/brief-block.ts';
import type { BriefEvent } from '../../story/brief-block.ts';
import { timelineFigure } from '../figure/timeline-figure.ts';
import { markup, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { signs } from './signs.ts';
import { anchor, line, paragraphs } from './text.ts';
import type { Surroundings } from './text.ts';

/** An entry longer than this may be broken across pages: kept whole it would leave a hole. */
const keptWhole = 700;

const orderOnly = 'No event has a date yet. They stand in the order of the notebook.';

/** The timeline: the drawing where there is one, and the list of all events. */
export function timelineBlock(events: readonly BriefEvent[], around: Surroundings): Markup {
  const dated = events.some(({ when, clock }) => when !== '' || clock !== '');
  const list = events.map((event) => (dated ? item(event, around) : undatedItem(event, around)));
  if (!dated) return markup`${line('remark', orderOnly)}<ol class="events undated">${list}</ol>`;
  return markup`${timelineFigure(events, around.asOf)}<ol class="events">${list}</ol>`;
}

function item(event: BriefEvent, around: Surroundings): Markup {
  const { when, clock } = event;
  const day = when === '' ? line('no-date', undated) : line('date', when);
  return markup`<li${anchor(event.ref, around)} class="${itemClass(event)}">
<div class="when">${day}${line('clock', clock)}${state(event)}</div>
${what(event)}
<div class="kind">${kind(event)}</div>
</li>`;
}

/** Where no event has a date, a column that says so in every row would only take room. */
function undatedItem(event: BriefEvent, around: Surroundings): Markup {
  return markup`<li${anchor(event.ref, around)} class="${itemClass(event)}">
${what(event)}
<div class="kind">${kind(event)}${state(event)}</div>
</li>`;
}

function itemClass({ text }: BriefEvent): string {
  return text.length > keptWhole ? 'event long' : 'event keep';
}

function what({ title, text, actors, disputed = '', signs: notes }: BriefEvent): Markup {
  const bare = text.trim() === '';
  const end = signs(notes);
  return markup`<div class="what"><p dir="auto" class="title keep-next">${title}${bare ? end : nothing}</p>${paragraphs(text, '', end)}${line('actors', actors.join(', '))}${line('disputed', disputed)}</div>`;
}

function kind({ category, nature, supports = '', disputes = '' }: BriefEvent): Markup {
  return markup`${line('category', category)}${line('nature', nature === category ? '' : nature)}${line('for', supports)}${line('against', disputes)}`;
}

function state({ expected }: BriefEvent): Markup {
  return expected ? markup`<p class="state">expected</p>` : nothing;
}
