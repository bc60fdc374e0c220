import { Component, type ReactNode } from 'react';
import { StartFailure } from './start-failure.tsx';

interface FaultBoundaryProps {
  readonly report: (error: unknown) => void;
  readonly children: ReactNode;
}

/** Catches what breaks while components are drawn: the window says so instead of going blank. */
export class FaultBoundary extends Component<FaultBoundaryProps, { readonly message: string | null }> {
  override state = { message: null };

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(error: unknown): void {
    this.props.report(error);
  }

  override render(): ReactNode {
    const { message } = this.state;
    return message === null ? this.props.children : <StartFailure message={message} />;
  }
}
