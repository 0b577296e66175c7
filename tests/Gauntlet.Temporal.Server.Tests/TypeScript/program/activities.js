// Activities of the official TypeScript SDK.
import { ApplicationFailure } from '@temporalio/common';
import { Context, sleep } from '@temporalio/activity';

export const greet = async (name) => `Hello, ${name}!`;

export const double = async (n) => n * 2;

export const failsTwice = async () => {
  const { attempt } = Context.current().info;
  if (attempt < 3) throw new Error(`attempt ${attempt}`);
  return attempt;
};

export const refuse = async () => {
  throw ApplicationFailure.nonRetryable('no', 'Refusal', 42);
};

export const beatForEver = async () => {
  for (;;) {
    Context.current().heartbeat('alive');
    await sleep(100);
  }
};
