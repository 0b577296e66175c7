using Gauntlet.Temporal.Server.Engine;
using Gauntlet.Temporal.Server.Engine.Closing;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Tests.Engine;

public class HistoryLimitTests
{
    // 51,200 events and 50 MiB are the real server's defaults.
    [Theory]
    [InlineData(51_200, 0, WorkflowExecutionStatus.Running)]
    [InlineData(51_201, 0, WorkflowExecutionStatus.Terminated)]
    [InlineData(1, 50 * 1024 * 1024, WorkflowExecutionStatus.Running)]
    [InlineData(1, (50 * 1024 * 1024) + 1, WorkflowExecutionStatus.Terminated)]
    public void Enforce_BeyondTheLimit_EndsTheRun(long events, long bytes, WorkflowExecutionStatus expected)
    {
        var state = new RunState
        {
            Key = new("default", "wf", "run"),
            Start = new(),
            StartTime = DateTimeOffset.UnixEpoch,
            StartRequestId = "r",
            NextEventId = events + 1,
            HistorySizeBytes = bytes,
        };
        var run = new RunChange(state, before: null, new LiveRun(), DateTimeOffset.UnixEpoch);
        HistoryLimit.Enforce(run);
        run.State.Status.ShouldBe(expected);
    }
}
