using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>Checks that many calls share, in the real server's words.</summary>
internal static class RequestChecks
{
    public static void Namespace(string name, string text = "Namespace is empty.") => Require(name.Length > 0, text);

    /// <summary>Names a run, or the latest one of an id.</summary>
    public static WorkflowKey Execution(string @namespace, WorkflowExecution? execution, string text = "Execution is not set on request.")
    {
        Namespace(@namespace);
        Require(execution is not null, text);
        Require(execution!.WorkflowId.Length > 0, "WorkflowId is not set on request.");
        Require(execution.RunId.Length == 0 || Guid.TryParse(execution.RunId, out _), "Invalid RunId.");
        return new(@namespace, execution.WorkflowId);
    }

    public static void Length(string value, string name) => Require(value.Length <= EngineLimits.IdLength, $"{name} length exceeds limit.");

    public static void Blob(IMessage? blob) => Require((blob?.CalculateSize() ?? 0) <= EngineLimits.BlobBytes, "Blob data size exceeds limit.");

    public static void Require(bool condition, string text)
    {
        if (!condition)
        {
            throw Refusals.Invalid(text);
        }
    }
}
