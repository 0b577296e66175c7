using Temporalio.Activities;
using Temporalio.Api.Common.V1;
using Temporalio.Exceptions;
using Temporalio.Worker.Instances;
using Temporalio.Worker.Interceptors;

namespace Temporalio.Worker.ActivityTasks;

/// <summary>Calls activity code through the interceptors.</summary>
/// <param name="worker">The worker.</param>
internal sealed class ActivityInvocation(WorkerContext worker)
{
    /// <summary>Runs an activity with its context.</summary>
    /// <param name="definition">What to run.</param>
    /// <param name="context">Its context.</param>
    /// <param name="payloads">Arguments, decoded by the codec.</param>
    /// <param name="headers">Headers; null for none.</param>
    /// <param name="heartbeat">The last link of heartbeats.</param>
    /// <returns>Its result.</returns>
    public Task<object?> RunAsync(
        ActivityDefinition definition,
        ActivityExecutionContext context,
        IReadOnlyList<Payload> payloads,
        IReadOnlyDictionary<string, Payload>? headers,
        HeartbeatLink heartbeat) =>
        worker.Options.ActivityTaskFactory.StartNew(async () =>
        {
            ActivityExecutionContext.Enter(context);
            var args = Decode(definition, context, payloads);
            ActivityInboundInterceptor inbound = new RootActivityInbound(heartbeat);
            foreach (var interceptor in worker.Interceptors.Reverse())
            {
                inbound = interceptor.InterceptActivity(inbound);
            }

            inbound.Init(new RootActivityOutbound(heartbeat));
            return await inbound.ExecuteActivityAsync(new(definition, args, headers));
        }).Unwrap();

    private static object?[] Decode(ActivityDefinition definition, ActivityExecutionContext context, IReadOnlyList<Payload> payloads)
    {
        try
        {
            if (!definition.Dynamic && payloads.Count < definition.RequiredParameterCount)
            {
                throw new InvalidOperationException(
                    $"Activity {definition.Name} was given {payloads.Count} parameter(s) but more than that are required by the signature");
            }

            if (definition.MethodInfo is { } method)
            {
                return Parameters.Decode(context.PayloadConverter, payloads, method.GetParameters());
            }

            return [.. definition.ParameterTypes.Zip(payloads, (type, payload) =>
                Parameters.Convert(context.PayloadConverter, payload, type, $"Activity {definition.Name}"))];
        }
        catch (Exception e)
        {
            throw new ApplicationFailureException(
                e.InnerException == null ? e.Message : "Failed decoding parameters", e.InnerException ?? e);
        }
    }

    private sealed class RootActivityInbound(HeartbeatLink link) : ActivityInboundInterceptor
    {
        public override void Init(ActivityOutboundInterceptor outbound) => link.Outermost = outbound;

        public override Task<object?> ExecuteActivityAsync(ExecuteActivityInput input) => input.Activity.InvokeAsync(input.Args);
    }

    private sealed class RootActivityOutbound(HeartbeatLink link) : ActivityOutboundInterceptor
    {
        public override void Heartbeat(HeartbeatInput input) => link.Record(input.Details);
    }
}
