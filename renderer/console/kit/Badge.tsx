// A word in a frame: a state that is told by its word first and its tone second.
import type { ReactElement, ReactNode } from 'react';

export type Tone = 'plain' | 'good' | 'busy' | 'warn' | 'bad';
export const Badge = ({ tone = 'plain', children, role }: { readonly tone?: Tone; readonly children: ReactNode; readonly role?: 'status' }): ReactElement => <span className="badge" data-tone={tone} {...(role === undefined ? {} : { role })}>{children}</span>;
