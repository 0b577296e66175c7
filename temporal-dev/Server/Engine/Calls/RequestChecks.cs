using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>Checks that many calls share, in the real server's words.</summary>
internal static class RequestChecks
{
    private const int MostLinks = 10;

    public static void Namespace(string name, string text = "Namespace is empty.") => Require(name.Length > 0, text);

    /// <summary>Names a run, or the latest one of an id.</summary>
    public static WorkflowKey Execution(string @namespace, WorkflowExecution? execution, string text = "Execution is not set on request.", string ofRunId = "Invalid RunId.")
    {
        Namespace(@namespace);
        Require(execution is not null, text);
        Require(execution!.WorkflowId.Length > 0, "WorkflowId is not set on request.");
        Require(execution.RunId.Length == 0 || Guid.TryParse(execution.RunId, out _), ofRunId);
        return new(@namespace, execution.WorkflowId);
    }

    /// <summary>Links to what brought a call about.</summary>
    public static void Links(IReadOnlyCollection<Link> links)
    {
        Require(links.Count <= MostLinks, $"cannot attach more than {MostLinks} links per request, got {links.Count}");
        foreach (var link in links)
        {
            var fault = link.VariantCase switch
            {
                Link.VariantOneofCase.WorkflowEvent => Fault(link.WorkflowEvent),
                Link.VariantOneofCase.BatchJob => link.BatchJob.JobId.Length == 0 ? "batch job link must not have an empty job ID" : null,
                _ => "unsupported link variant",
            };
            Require(fault is null, fault ?? string.Empty);
        }
    }

    public static void Length(string value, string name) => Require(value.Length <= EngineLimits.IdLength, $"{name} length exceeds limit.");

    public static void Blob(IMessage? blob) => Require((blob?.CalculateSize() ?? 0) <= EngineLimits.BlobBytes, "Blob data size exceeds limit.");

    private static string? Fault(Link.Types.WorkflowEvent link) => link switch
    {
        { Namespace.Length: 0 } => "workflow event link must not have an empty namespace field",
        { WorkflowId.Length: 0 } => "workflow event link must not have an empty workflow ID field",
        { RunId.Length: 0 } => "workflow event link must not have an empty run ID field",
        _ => null,
    };

    public static void Require(bool condition, string text)
    {
        if (!condition)
        {
            throw Refusals.Invalid(text);
        }
    }
}
