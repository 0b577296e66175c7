using Temporalio.Activities;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Gauntlet.Proofs.Server;

/// <summary>
/// Activities whose every execution has a number of its own as result, so that an execution whose result was taken and then
/// lost could not hide behind its repetition.
/// </summary>
public sealed class AuditedActivities
{
    private const int Steps = 4;

    private readonly Ledger _ledger;
    private readonly Action<string, byte[], long> _answerLater;
    private readonly Func<byte[], int, Task> _beat;

    /// <param name="ledger">Notes executions.</param>
    /// <param name="answerLater">Answers an activity by its token from outside.</param>
    /// <param name="beat">Sends a heartbeat by the activity's token, and returns once it is acknowledged.</param>
    internal AuditedActivities(Ledger ledger, Action<string, byte[], long> answerLater, Func<byte[], int, Task> beat)
    {
        _ledger = ledger;
        _answerLater = answerLater;
        _beat = beat;
    }

    /// <summary>Time of a workflow task.</summary>
    internal static TimeSpan TaskTimeout { get; } = TimeSpan.FromSeconds(3);

    /// <summary>An attempt whose task was lost on its way is repeated soon.</summary>
    internal static ActivityOptions Options => new()
    {
        StartToCloseTimeout = TimeSpan.FromSeconds(5),
        RetryPolicy = new() { InitialInterval = TimeSpan.FromMilliseconds(100), BackoffCoefficient = 1 },
    };

    /// <summary>One that says often that it is alive.</summary>
    internal static ActivityOptions BeatingOptions
    {
        get
        {
            var options = Options;
            options.HeartbeatTimeout = TimeSpan.FromSeconds(3);
            return options;
        }
    }

    /// <summary>Answers through the worker.</summary>
    [Activity]
    public long Work(string name) => _ledger.Execute(name);

    /// <summary>Works in steps and tells of each; the first attempt breaks off in the middle, and each later one goes on where that was.</summary>
    [Activity]
    public async Task<long> BeatAsync(string name)
    {
        var info = ActivityExecutionContext.Current.Info;
        var done = info.HeartbeatDetails.Count > 0 ? await info.HeartbeatDetailAtAsync<int>(0) : 0;
        _ledger.Resumed(name, done);
        for (var step = done + 1; step <= Steps; step++)
        {
            await _beat(info.TaskToken, step);
            _ledger.Beat(name, step);
            if (info.Attempt == 1 && step == Steps / 2) throw new ApplicationFailureException("half of it is done");
        }

        return _ledger.Execute(name);
    }

    /// <summary>Is answered from outside, by its token, a little later.</summary>
    [Activity]
    public Task<long> HandAsync(string name)
    {
        _answerLater(name, ActivityExecutionContext.Current.Info.TaskToken, _ledger.Execute(name));
        throw new CompleteAsyncException();
    }
}
