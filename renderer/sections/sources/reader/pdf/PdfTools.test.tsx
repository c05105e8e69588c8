import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PdfTools } from './PdfTools.tsx';

afterEach(cleanup);

describe('the page of a PDF', () => {
  const onPage = vi.fn();
  const tools = (page: number) => (
    <PdfTools page={page} count={300} onPage={onPage} scale={1} zoom="fit" onZoom={() => undefined} />
  );

  it('stays what one is typing, whatever page comes into view meanwhile', async () => {
    const user = userEvent.setup();
    const { rerender } = render(tools(1));
    const field = () => screen.getByRole('textbox', { name: 'Page' });
    await user.clear(field());
    await user.type(field(), '150');
    // The place where one left off is reached a moment after the pages are there.
    rerender(tools(212));
    expect(field()).toHaveProperty('value', '150');
    await user.type(field(), '{Enter}');
    expect(onPage).toHaveBeenLastCalledWith(150);
    expect(field()).toHaveProperty('value', '212');
    rerender(tools(150));
    expect(field()).toHaveProperty('value', '150');
  });

  it('is what is read again where one leaves off typing, or types no number', async () => {
    const user = userEvent.setup();
    render(tools(7));
    const field = screen.getByRole('textbox', { name: 'Page' });
    await user.type(field, '9');
    expect(field).toHaveProperty('value', '79');
    await user.tab();
    expect(field).toHaveProperty('value', '7');
    await user.clear(field);
    await user.type(field, 'x{Enter}');
    expect(field).toHaveProperty('value', '7');
  });
});
