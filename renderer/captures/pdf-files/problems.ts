import type { CaptureProblem } from '../../../shared/captures/index.ts';

/** What a failure to open a PDF means, by the name that pdf.js gives it. */
export function pdfProblem(error: unknown): CaptureProblem {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return {
      reason: 'encrypted',
      message:
        'This PDF is locked with a password. Nothing was added: open it in another program, save a copy without the password and add that.',
    };
  }
  return {
    reason: 'broken',
    message:
      'This PDF is damaged or not whole. Nothing was added: download it again, or open it in another program and save it anew.',
  };
}
