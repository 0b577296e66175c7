using Temporalio.Activities;
using Temporalio.Workflows;

namespace Gauntlet.Proofs.Server;

/// <summary>
/// Activities whose every execution has a number of its own as result, so that an execution whose result was taken and then
/// lost could not hide behind its repetition.
/// </summary>
public sealed class AuditedActivities
{
    private readonly Ledger _ledger;
    private readonly Action<string, byte[], long> _answerLater;

    /// <param name="ledger">Notes executions.</param>
    /// <param name="answerLater">Answers an activity by its token from outside.</param>
    internal AuditedActivities(Ledger ledger, Action<string, byte[], long> answerLater)
    {
        _ledger = ledger;
        _answerLater = answerLater;
    }

    /// <summary>Time of a workflow task.</summary>
    internal static TimeSpan TaskTimeout { get; } = TimeSpan.FromSeconds(3);

    /// <summary>An attempt whose task was lost on its way is repeated soon.</summary>
    internal static ActivityOptions Options => new()
    {
        StartToCloseTimeout = TimeSpan.FromSeconds(5),
        RetryPolicy = new() { InitialInterval = TimeSpan.FromMilliseconds(100), BackoffCoefficient = 1 },
    };

    /// <summary>Answers through the worker.</summary>
    [Activity]
    public long Work(string name) => _ledger.Execute(name);

    /// <summary>Is answered from outside, by its token, a little later.</summary>
    [Activity]
    public Task<long> HandAsync(string name)
    {
        _answerLater(name, ActivityExecutionContext.Current.Info.TaskToken, _ledger.Execute(name));
        throw new CompleteAsyncException();
    }
}
