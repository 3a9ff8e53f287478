import type { StaffDirectory } from '../src/contracts/ports';
import type { Role } from '../src/domain/roles';

/** `signalsAllowed` false turns the door from Temporal UI and the CLI off: nobody is recognised there. */
export const createStaffActivities = ({ staff, signalsAllowed }: { readonly staff: StaffDirectory; readonly signalsAllowed: boolean }) => ({
  /** Who a login belongs to, or null. A read. */
  async resolveSigner({ login }: { readonly login: string }): Promise<{ id: string; roles: readonly Role[] } | null> {
    if (!signalsAllowed) return null;
    const person = await staff.findByLogin(login);
    return person && { id: person.id, roles: person.roles };
  },
});
