import * as v from 'valibot';
import { printJobSchema } from '../../shared/bridge/index.ts';

/** What the command line hands to the hidden Electron that prints: the job, and where the PDF goes. */
export const printOrderSchema = v.object({ job: printJobSchema, path: v.string() });
export type PrintOrder = v.InferOutput<typeof printOrderSchema>;

/** What comes back: null when the PDF was written, or a sentence for the user. */
export const printAnswerSchema = v.object({ failure: v.nullable(v.string()) });
export type PrintAnswer = v.InferOutput<typeof printAnswerSchema>;

/** Names of the files in the folder that the two share; the folder also holds that Electron's own data. */
export const orderFile = 'order.json';
export const answerFile = 'answer.json';

/** The environment variable that names the folder. */
export const folderVariable = 'BACKSTORY_PRINT_FOLDER';
