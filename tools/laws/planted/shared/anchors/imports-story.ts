// caught by: cruiser anchors-know-texts-only
export { data } from '../story/data.ts';
