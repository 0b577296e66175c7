using Gauntlet.Temporal.Grpc.AspNetCore;
using Google.Protobuf;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>Adds methods of the workflow service.</summary>
internal static class WorkflowServiceMap
{
    private const string Service = "temporal.api.workflowservice.v1.WorkflowService";

    public static GrpcServiceMap Workflow<TRequest, TResponse>(this GrpcServiceMap map, string method, Func<TRequest, GrpcServerCall, Task<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse> =>
        map.Unary(Service, method, handler);
}
