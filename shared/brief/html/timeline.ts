import type { BriefEvent } from '../../story/brief-block.ts';
import { timelineFigure } from '../figure/timeline-figure.ts';
import { markup, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { anchor, line, paragraphs } from './text.ts';
import type { Surroundings } from './text.ts';

/** An entry longer than this may be broken across pages: kept whole it would leave a hole. */
const keptWhole = 700;

/** The timeline: the drawing where there is one, and the list of all events. */
export function timelineBlock(events: readonly BriefEvent[], around: Surroundings): Markup {
  const figure = timelineFigure(events, around.asOf);
  return markup`${figure}
    <ol class="events">
      ${events.map((event) => item(event, around))}
    </ol>`;
}

function item(event: BriefEvent, around: Surroundings): Markup {
  const { ref, title, text, actors, category, nature } = event;
  const name = [event.expected ? 'expected' : '', text.length > keptWhole ? 'long' : '']
    .filter((one) => one !== '')
    .join(' ');
  const kind = markup`${line('category', category)}${line('nature', nature === category ? '' : nature)}`;
  return markup`<li${anchor(ref, around)} class="event ${name}">
<div class="when">${when(event)}</div>
<div class="what"><p dir="auto" class="title">${title}</p>${paragraphs(text)}${line('actors', actors.join(', '))}</div>
<div class="kind">${kind}</div>
</li>`;
}

function when({ when: words, clock, expected }: BriefEvent): Markup {
  const day = words === '' ? markup`<p class="undated">Undated</p>` : line('date', words);
  return markup`${day}${line('clock', clock)}${expected ? markup`<p class="state">expected</p>` : nothing}`;
}
