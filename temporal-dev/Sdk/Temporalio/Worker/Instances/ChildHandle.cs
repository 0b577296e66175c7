using Temporalio.Converters;
using Temporalio.Worker.Machines;
using Temporalio.Workflows;

namespace Temporalio.Worker.Instances;

/// <summary>A child that has started.</summary>
internal sealed class ChildHandle<TWorkflow, TResult>(
    WorkflowInstance instance, string id, string runId, Task<Outcome> ended, DataConverter converter)
    : ChildWorkflowHandle<TWorkflow, TResult>
{
    /// <inheritdoc/>
    public override string Id => id;

    /// <inheritdoc/>
    public override string FirstExecutionRunId => runId;

    /// <inheritdoc/>
    public override async Task<TLocalResult> GetResultAsync<TLocalResult>()
    {
        instance.Pending.Track(ended);
        return (await ended).Result<TLocalResult>(converter);
    }

    /// <inheritdoc/>
    public override Task SignalAsync(string signal, IReadOnlyCollection<object?> args, ChildWorkflowSignalOptions? options = null) =>
        instance.Outbound.SignalChildWorkflowAsync(new(id, signal, args, options, null));
}
