import type { Locator } from '@playwright/test';
import { crc32, deflateSync } from 'node:zlib';

/** A picture of stripes, as a PNG of 8-bit colours (https://www.w3.org/TR/png-3/). */
export function stripes(width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * (1 + width * 3) + 1 + x * 3;
      const isDark = (x + y) % 80 < 40;
      rows.set(isDark ? [13, 92, 115] : [227, 223, 214], at);
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const parts = [part('IHDR', head), part('IDAT', deflateSync(rows)), part('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]);
}

function part(name: string, body: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, sum]);
}

/** A file as a clipboard or a drag holds it. */
interface HeldFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Pastes a file, as one that was copied elsewhere, where the caret is. */
export async function pasteFile(text: Locator, file: HeldFile): Promise<void> {
  await text.evaluate((element, { name, type, bytes }) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([new Uint8Array(bytes)], name, { type }));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, plain(file));
}

/** Drops a file onto something, as from a folder's window. */
export async function dropFile(target: Locator, file: HeldFile): Promise<void> {
  await target.evaluate((element, { name, type, bytes }) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(bytes)], name, { type }));
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = { clientX: left + width / 2, clientY: top + height / 2 };
    for (const kind of ['dragenter', 'dragover', 'drop'])
      element.dispatchEvent(new DragEvent(kind, { ...at, dataTransfer, bubbles: true, cancelable: true }));
  }, plain(file));
}

function plain({ name, type, bytes }: HeldFile) {
  return { name, type, bytes: [...bytes] };
}
