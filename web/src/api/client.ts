import { QueryClient } from '@tanstack/react-query';
import { Refused, Unanswered } from './problems';

/** A read that got no answer is asked again so often; what the API refused is not. */
const READS_AGAIN = 6;

/** What was read, by `[route, params and query]`. The feed says what is no longer true of it. */
export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      gcTime: 10 * 60_000,
      networkMode: 'always', // whether the shop can be reached only the shop can say
      retry: (count, error) => !(error instanceof Refused) && count < READS_AGAIN,
      retryDelay: (count, error) => (error instanceof Unanswered && error.retryAfterMs) || Math.min(1_000 * 2 ** count, 8_000),
    },
  },
});

/** Whatever was read of tasks is old, boards included: one of them has been acted on. */
export const forgetTasks = (): void =>
  void client.invalidateQueries({ predicate: ({ queryKey: [route] }) => /^GET .(?:tasks|boards)/.test(String(route)) });
