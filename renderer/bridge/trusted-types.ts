/**
 * The page's Trusted Types policy, loaded before everything else. The content policy demands one for every worker, script and
 * markup sink; this default allows what the bundled libraries really do and nothing else.
 */
import './pressable.css';

interface PolicyFactory {
  createPolicy: (
    name: 'default',
    rules: { createScriptURL: (url: string) => string | null; createHTML: (html: string) => string | null },
  ) => unknown;
}

/** A worker may be started from our own origin only. Anything else is refused by returning null. */
function ownScript(url: string): string | null {
  return new URL(url, document.baseURI).origin === location.origin ? url : null;
}

/** Emptying an element is harmless (React Aria's announcer does it); markup is not made from strings. */
function onlyEmpty(html: string): string | null {
  return html === '' ? '' : null;
}

// TypeScript's DOM library does not declare Trusted Types yet; browsers without them lack the property.
const factory = (window as { trustedTypes?: PolicyFactory }).trustedTypes;
factory?.createPolicy('default', { createScriptURL: ownScript, createHTML: onlyEmpty });
