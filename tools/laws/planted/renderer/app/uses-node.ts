// caught by: tsc TS2591
import 'react-aria-components';
import 'lexical';
export const environment = process.env;
