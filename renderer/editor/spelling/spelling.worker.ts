import { openDictionary } from './dictionary.ts';
import type { Dictionary } from './dictionary.ts';
import type { FromSpeller, ToSpeller } from './protocol.ts';

async function text(name: string): Promise<string> {
  const answer = await fetch(`/spelling/${name}`);
  if (!answer.ok) throw new Error(`The dictionary's ${name} is missing`);
  return answer.text();
}

const loading = Promise.all([text('en-aff.txt'), text('en-dic.txt')]).then(([aff, dic]) => openDictionary(aff, dic));

function answerTo(message: ToSpeller, dictionary: Dictionary): readonly string[] {
  if (message.type === 'suggest') return dictionary.suggest(message.word);
  return message.words.filter((word) => !dictionary.knows(word));
}

// Messages come from our own window only: a dedicated worker has no other sender.
addEventListener('message', (event: MessageEvent<ToSpeller>) => {
  const message = event.data;
  const say = (answer: FromSpeller): void => postMessage(answer);
  void loading.then(
    (dictionary) => say({ serial: message.serial, words: answerTo(message, dictionary) }),
    (error: unknown) => say({ serial: message.serial, failed: String(error) }),
  );
});
