import { remember, remembered } from '../session/local-memory.ts';

/** Who shares or joins: the name notes are written under, and how to change it. */
export interface Person {
  /** '' while unknown. */
  readonly name: string;
  readonly rename: (name: string) => void;
}

const deviceKey = 'backstory.sharing.device';
const relayKey = 'backstory.sharing.relay';

/** What a device is called until somebody says something better. `platform` as `app.info` gives it. */
export function firstLabel(platform: string): string {
  const kinds: Readonly<Record<string, string>> = { darwin: 'Mac', win32: 'Windows computer', linux: 'Linux computer' };
  return kinds[platform] ?? 'This computer';
}

/** What this device was called, and which relay was used, the last time; null before the first. */
export const rememberedDevice = (): string | null => remembered(deviceKey);
export const rememberedRelay = (): string | null => remembered(relayKey);
export const rememberDevice = (label: string): void => remember(deviceKey, label);
export const rememberRelay = (origin: string): void => remember(relayKey, origin);
