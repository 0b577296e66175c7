// Runs on a server what tests of ours replay: node record.js ADDRESS, with "node worker.js ADDRESS record" beside it.
const { Client, Connection } = require('@temporalio/client');

async function main() {
  const connection = await Connection.connect({ address: process.argv[2] });
  const client = new Client({ connection });
  const start = (type, workflowId, ...args) => client.workflow.start(type, { taskQueue: 'record', workflowId, args });

  const steps = await start('SharedSteps', 'typescript-steps', { who: 'Ada' });
  console.log(await steps.result());

  const counter = await start('SharedCounter', 'typescript-counter', 5);
  console.log(await counter.executeUpdate('Add', { args: [3] }));
  await counter.executeUpdate('Add', { args: [-1] }).catch((e) => console.log(e.cause.message));
  console.log(await counter.query('Total'));
  await counter.signal('Stop');
  console.log(await counter.result());
  await connection.close();
}

main().catch((e) => {
  console.error(e);
  process.exit(1);
});
