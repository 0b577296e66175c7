// Replays histories with the official TypeScript SDK: node replay.js WORKFLOW-ID.json... prints "FILE ok" or "FILE MESSAGE" and, with several rounds, milliseconds.
const fs = require('fs');
const path = require('path');
const { Worker, Runtime, DefaultLogger, bundleWorkflowCode } = require('@temporalio/worker');

async function main() {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const rounds = Number(process.env.ROUNDS || 1);
  const workflowBundle = await bundleWorkflowCode({ workflowsPath: path.join(__dirname, 'workflows.js'), logger: new DefaultLogger('ERROR') });
  for (const file of process.argv.slice(2)) {
    const history = JSON.parse(fs.readFileSync(file, 'utf8'));
    let best = Infinity;
    let said = 'ok';
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now();
      try {
        await Worker.runReplayHistory({ workflowBundle }, history, path.basename(file, '.json'));
      } catch (e) {
        said = e.message;
      }
      best = Math.min(best, performance.now() - begun);
    }
    console.log(`${path.basename(file)}\t${best.toFixed(1)}\t${said}`);
  }
  process.exit(0);
}

main().catch((e) => {
  console.error(e);
  process.exit(1);
});
