import { app } from 'electron';

// Loaded in front of a window program. Says on standard output when the window has painted what it is for: the time, in
// milliseconds since 1970, of the first frame after there is a main part called Notebooks with a heading in it.
const watch = `new Promise((resolve) => {
  const look = () => {
    if (document.querySelector('main[aria-label=Notebooks] :is(h1, h2)') === null) return false;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
      port2.postMessage(null);
    });
    return true;
  };
  if (look()) return;
  const observer = new MutationObserver(() => { if (look()) observer.disconnect(); });
  observer.observe(document, { childList: true, subtree: true });
})`;

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    void contents.executeJavaScript(watch).then((when: unknown) => {
      process.stdout.write(`painted ${String(when)}\n`);
    });
  });
});
