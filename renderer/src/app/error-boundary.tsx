import { Component, type ReactNode } from 'react';
import { toAppError } from '../api/to-app-error.ts';
import { ErrorState } from '../ui/error-state.tsx';

interface ErrorBoundaryProps {
  /** A new value (the path) gives the screen another try. */
  readonly resetKey: string;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: unknown;
  readonly resetKey: string;
}

/** A screen that breaks leaves the frame, the jobs and the other screens usable. React itself writes the error to the console. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error: error ?? new Error('unknown') };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: ErrorBoundaryState): Partial<ErrorBoundaryState> | null {
    return props.resetKey === state.resetKey ? null : { error: null, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <ErrorState error={toAppError(this.state.error)} onRetry={() => this.setState({ error: null })} />;
  }
}
