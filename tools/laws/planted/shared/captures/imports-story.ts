// caught by: cruiser captures-are-bytes-and-words
export { data } from '../story/data.ts';
