/** A generation of a room, as a document of the engine is called. */
export interface GenerationName {
  readonly room: string;
  readonly generation: number;
}

export function documentName({ room, generation }: GenerationName): string {
  return `${room}/${generation}`;
}

/** Reads a name; null for what is none. */
export function parseDocumentName(name: string): GenerationName | null {
  const found = /^([A-Za-z0-9_-]{22})\/(0|[1-9]\d{0,8})$/.exec(name);
  const [, room, generation] = found ?? [];
  return room === undefined || generation === undefined ? null : { room, generation: Number(generation) };
}
