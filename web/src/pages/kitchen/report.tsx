import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { StaffAct } from '../../../../src/orders/staff-acts.rules';

/** What of an order is done there, by the API's word for it. */
const REPORT: StaffAct = 'reportException';

interface ReportProps {
  readonly order: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** The way to where a problem of an order is reported. */
export const Report = ({ order, className, children }: ReportProps) => (
  <Link to="/orders/$number" params={{ number: order }} search={{ act: REPORT }} className={className}>
    {children}
  </Link>
);
