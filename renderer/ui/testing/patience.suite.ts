import { configure } from '@testing-library/react';

// Milliseconds that `findBy…` and `waitFor` wait, as `expect.poll` does: a busy machine takes its time for what a second does elsewhere.
configure({ asyncUtilTimeout: 20_000 });
