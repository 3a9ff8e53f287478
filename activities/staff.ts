import type { StaffDirectory } from '../src/process/ports.messages';
import type { Position } from '../src/base/departments';

/** `signalsAllowed` false turns the door from Temporal UI and the CLI off: nobody is recognised there. */
export const createStaffActivities = ({ staff, signalsAllowed }: { readonly staff: StaffDirectory; readonly signalsAllowed: boolean }) => ({
  /** Who of the store a login belongs to, or null. A read. */
  async resolveSigner(signer: {
    readonly storeId: string;
    readonly login: string;
  }): Promise<{ readonly id: string; readonly roles: readonly Position[] } | null> {
    return signalsAllowed ? staff.findInStore(signer.storeId, signer.login) : null;
  },
});
