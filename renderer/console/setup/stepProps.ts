// What every step of set-up is given.
import type { SessionView } from '../../../shared/arena/views.ts';
import type { RegisterView } from '../../../shared/register/views.ts';

export interface StepProps { readonly session: SessionView; readonly register: RegisterView; /** Roster, rules and order cannot be changed any more. */ readonly frozen: boolean }
