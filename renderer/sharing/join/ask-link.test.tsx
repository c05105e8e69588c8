import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { AskLink } from './AskLink.tsx';

afterEach(cleanup);

it('takes the next link after one that was refused', async () => {
  const user = userEvent.setup();
  const read: string[] = [];
  render(
    <AskLink problem="This invitation is not whole." onRead={(link) => read.push(link)} onCancel={() => undefined} />,
  );
  await user.type(screen.getByRole('textbox', { name: 'Link of the invitation' }), 'backstory://join#whole');
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  expect(read).toEqual(['backstory://join#whole']);
});
