using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Worker.Instances;

/// <summary>The last link of calls into a workflow: calls the code itself.</summary>
/// <param name="instance">The run.</param>
internal sealed class RootWorkflowInbound(WorkflowInstance instance) : WorkflowInboundInterceptor
{
    /// <inheritdoc/>
    public override void Init(WorkflowOutboundInterceptor outbound) => instance.Outbound = outbound;

    /// <inheritdoc/>
    public override Task<object?> ExecuteWorkflowAsync(ExecuteWorkflowInput input) =>
        ResultAsync(new HandlerMethod(input.RunMethod).Invoke(input.Instance, input.Args));

    /// <inheritdoc/>
    public override Task HandleSignalAsync(HandleSignalInput input) =>
        (Task)input.Definition.Handler.Invoke(instance.Object, input.Args)!;

    /// <inheritdoc/>
    public override object? HandleQuery(HandleQueryInput input) => input.Definition.Handler.Invoke(instance.Object, input.Args);

    /// <inheritdoc/>
    public override void ValidateUpdate(HandleUpdateInput input) => input.Definition.Validator?.Invoke(instance.Object, input.Args);

    /// <inheritdoc/>
    public override Task<object?> HandleUpdateAsync(HandleUpdateInput input) =>
        ResultAsync(input.Definition.Handler.Invoke(instance.Object, input.Args));

    private static async Task<object?> ResultAsync(object? returned)
    {
        var task = (Task)returned!;
        await task;
        return TaskResult.Of(task);
    }
}
