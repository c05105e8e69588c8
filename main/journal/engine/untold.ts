import * as v from 'valibot';
import { noticeSchema, type JournalNotice } from '../../../shared/bridge/index.ts';

/** Reads notices that wait in a file to be told; none where there are none or they cannot be understood. */
export function parseNotices(text: string | null): readonly JournalNotice[] {
  if (text === null) return [];
  try {
    const parsed = v.safeParse(v.array(noticeSchema), JSON.parse(text));
    return parsed.success ? parsed.output : [];
  } catch {
    return [];
  }
}
