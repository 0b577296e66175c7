using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Engine.Calls;
using Temporalio.Api.Common.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>Checks the callbacks of a start: as the real development server, this one calls back nobody but itself.</summary>
internal static class CallbackChecks
{
    /// <exception cref="GrpcException">A callback that is not taken.</exception>
    public static void Check(StartWorkflowExecutionRequest request, NexusServices services)
    {
        RequestChecks.Require(
            request.OnConflictOptions is not { AttachCompletionCallbacks: true, AttachRequestId: false },
            "attaching request ID is required for attaching completion callbacks");
        RequestChecks.Require(request.CompletionCallbacks.Count <= NexusLimits.Callbacks, $"cannot attach more than {NexusLimits.Callbacks} callbacks to a workflow");
        foreach (var callback in request.CompletionCallbacks)
        {
            switch (callback.VariantCase)
            {
                case Callback.VariantOneofCase.Nexus:
                    Check(callback.Nexus, services);
                    break;
                case Callback.VariantOneofCase.Internal:
                    break;
                default:
                    throw new GrpcException(GrpcStatusCode.Unimplemented, "unknown callback variant: <nil>");
            }
        }
    }

    private static void Check(Callback.Types.Nexus callback, NexusServices services)
    {
        var url = callback.Url;
        RequestChecks.Require(url.Length > 0, string.Empty);
        RequestChecks.Require(
            url.Length <= NexusLimits.CallbackUrlLength, $"invalid url: url length longer than max length allowed of {NexusLimits.CallbackUrlLength}");
        var isHttp = url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        RequestChecks.Require(isHttp, $"invalid url: unknown scheme: {url}");
        RequestChecks.Require(IsOwn(callback, services), $"invalid url: url does not match any configured callback address: {url}");
        var size = callback.Header.Sum(static pair => pair.Key.Length + pair.Value.Length);
        RequestChecks.Require(
            size <= NexusLimits.CallbackHeaderBytes, $"invalid header: header size longer than max allowed size of {NexusLimits.CallbackHeaderBytes}");
    }

    // Also one that was made before the server came to listen elsewhere.
    private static bool IsOwn(Callback.Types.Nexus callback, NexusServices services) =>
        (Uri.TryCreate(callback.Url, UriKind.Absolute, out var uri) && uri.Authority == services.CallbackAddress())
        || callback.Header.GetValueOrDefault(NexusRequests.SourceHeader) == services.Source;
}
