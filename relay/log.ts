/** How much is logged: each level includes those before it. */
export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What a line says besides its event. Rooms by their id; never tokens, keys, addresses of people or what was carried. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Writes one line of JSON per event. */
export type Log = Readonly<Record<Exclude<LogLevel, 'silent'>, (event: string, fields?: LogFields) => void>>;

/** A log that writes lines of at most that level. */
export function createLog(level: LogLevel, write: (line: string) => void): Log {
  const at =
    (of: Exclude<LogLevel, 'silent'>) =>
    (event: string, fields: LogFields = {}): void => {
      if (logLevels.indexOf(of) > logLevels.indexOf(level)) return;
      write(`${JSON.stringify({ time: new Date().toISOString(), level: of, event, ...fields })}\n`);
    };
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}
