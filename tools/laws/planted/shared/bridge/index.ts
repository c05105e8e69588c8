export const bridge = 1;
