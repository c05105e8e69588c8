import { Component } from 'react';
import type { ErrorInfo, ReactNode } from 'react';
import { Button } from '../ui/index.ts';
import { Failure } from './Failure.tsx';

interface ErrorBoundaryProps {
  /** What is inside, for the message: "The timeline". */
  readonly name: string;
  readonly children: ReactNode;
  /** Another value starts afresh: the place one goes to. */
  readonly resetKey?: string;
  /** A second way on. */
  readonly leave?: { readonly label: string; readonly run: () => void };
}

interface Caught {
  readonly error: unknown;
  readonly resetKey: string | undefined;
}

interface BoundaryState {
  readonly caught: Caught | null;
}

/** Catches what a bug throws while drawing, and keeps the rest of the window working. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, BoundaryState> {
  override state: BoundaryState = { caught: null };

  static getDerivedStateFromError(error: unknown): { readonly caught: Caught } {
    return { caught: { error, resetKey: undefined } };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(`${this.props.name} stopped`, error, info.componentStack);
    this.setState({ caught: { error, resetKey: this.props.resetKey } });
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (this.state.caught !== null && before.resetKey !== this.props.resetKey) this.setState({ caught: null });
  }

  override render(): ReactNode {
    const { caught } = this.state;
    const { name, children, leave } = this.props;
    if (caught === null) return children;
    return (
      <Failure
        title={`${name} stopped working`}
        actions={
          <>
            <Button variant="primary" onPress={() => this.setState({ caught: null })}>
              Try again
            </Button>
            {leave !== undefined && <Button onPress={leave.run}>{leave.label}</Button>}
          </>
        }
        details={caught.error instanceof Error ? (caught.error.stack ?? caught.error.message) : String(caught.error)}
      >
        <p>This is a mistake in Backstory, not in your notebook.</p>
        <p>
          Everything that was saved is still there. Try again; if it happens again, close the window and open it anew.
        </p>
      </Failure>
    );
  }
}
