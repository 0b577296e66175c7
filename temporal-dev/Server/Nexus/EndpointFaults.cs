using System.Text.RegularExpressions;
using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Engine.Wire;
using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Namespaces;
using Temporalio.Api.Nexus.V1;

namespace Gauntlet.Temporal.Server.Nexus;

/// <summary>Checks specifications and ids of endpoints, in the real server's words and order.</summary>
internal static partial class EndpointFaults
{
    private const int LongestName = 200, LargestDescription = 20_000;
    private const string NameRule = @"^[a-zA-Z][a-zA-Z0-9\-]*[a-zA-Z0-9]$";

    /// <summary>Refuses a specification that no endpoint can have.</summary>
    /// <exception cref="GrpcException">INVALID_ARGUMENT with all faults; FAILED_PRECONDITION for a namespace that does not exist.</exception>
    public static void Check(EndpointSpec? spec, NamespaceRegistry namespaces)
    {
        var faults = new List<string>(Name(spec?.Name ?? string.Empty));
        faults.AddRange(spec?.Target?.VariantCase switch
        {
            EndpointTarget.VariantOneofCase.Worker => Worker(spec.Target.Worker, namespaces),
            EndpointTarget.VariantOneofCase.External => TargetUrl.Fault(spec.Target.External.Url) is { } fault ? [fault] : [],
            _ => ["empty target variant"],
        });
        if ((spec?.Description?.CalculateSize() ?? 0) > LargestDescription) faults.Add($"description size exceeds limit of {LargestDescription}");
        Refuse(faults);
    }

    /// <summary>Refuses an id that is none.</summary>
    /// <param name="id">The id.</param>
    /// <param name="more">What else may be wrong; null for nothing.</param>
    /// <exception cref="GrpcException">INVALID_ARGUMENT.</exception>
    public static void CheckId(string id, string? more = null)
    {
        var fault = id.Length == 0 ? "endpoint ID not set" : Guid.TryParse(id, out _) ? null : $"malformed endpoint ID: \"invalid UUID length: {id.Length}\"";
        Refuse([.. new[] { fault, more }.OfType<string>()]);
    }

    private static IEnumerable<string> Name(string name)
    {
        if (name.Length == 0)
        {
            yield return "endpoint name not set";
            yield break;
        }

        if (name.Length > LongestName) yield return $"endpoint name exceeds length limit of {LongestName}";

        // Quoted as Go quotes, which doubles the backslash.
        if (!Names().IsMatch(name)) yield return $"endpoint name must match the regex: \"{NameRule.Replace("\\", @"\\", StringComparison.Ordinal)}\"";
    }

    private static IEnumerable<string> Worker(EndpointTarget.Types.Worker worker, NamespaceRegistry namespaces)
    {
        if (worker.Namespace.Length == 0) yield return "target namespace not set";
        else if (!namespaces.TryGet(worker.Namespace, out _))
            throw new GrpcException(GrpcStatusCode.FailedPrecondition, $"could not verify namespace referenced by target exists: {NamespaceRegistry.NotFound(worker.Namespace).Detail}");
        var queue = worker.TaskQueue.Length == 0 ? null : QueueNames.Normal(worker.TaskQueue);
        if (QueueNames.Fault(queue) is { } fault) yield return $"invalid target task queue: \"{fault}\"";
    }

    private static void Refuse(IReadOnlyCollection<string> faults)
    {
        if (faults.Count > 0) throw Refusal.Invalid(string.Join(", ", faults));
    }

    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9\-]*[a-zA-Z0-9]\z", RegexOptions.None, 1000)]
    private static partial Regex Names();
}
