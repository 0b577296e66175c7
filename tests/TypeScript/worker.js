// A worker of the official TypeScript SDK: node worker.js ADDRESS QUEUE[,QUEUE...] [CACHED] prints "ready" when it polls, ends with its standard input.
const path = require('path');
const { NativeConnection, Worker, Runtime, DefaultLogger, bundleWorkflowCode } = require('@temporalio/worker');

async function main() {
  const [address, taskQueues, cached] = process.argv.slice(2);
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const connection = await NativeConnection.connect({ address });
  const options = {
    connection,
    namespace: 'default',
    maxConcurrentWorkflowTaskPolls: 16,
    maxConcurrentActivityTaskPolls: 16,
    activities: require('./activities'),
    workflowBundle: await bundleWorkflowCode({ workflowsPath: path.join(__dirname, 'workflows.js'), logger: new DefaultLogger('ERROR') }),
  };
  if (cached) options.maxCachedWorkflows = Number(cached);
  const workers = await Promise.all(taskQueues.split(',').map((taskQueue) => Worker.create({ ...options, taskQueue })));
  const running = Promise.all(workers.map((worker) => worker.run()));
  process.stdin.on('data', async (line) => {
    if (String(line).startsWith('memory')) {
      if (global.gc) global.gc();
      console.log(`memory ${process.memoryUsage().rss}`);
    }
  });
  process.stdin.on('end', () => workers.forEach((worker) => worker.shutdown()));
  console.log('ready');
  await running;
  await connection.close();
  process.exit(0);
}

main().catch((e) => {
  console.error(e);
  process.exit(1);
});
