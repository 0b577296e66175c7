using System.Globalization;
using Gauntlet.Temporal.Server.Engine.State;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using NexusLink = Temporalio.Api.Nexus.V1.Link;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>Links to events as URLs, which is how they travel with Nexus calls.</summary>
internal static class NexusLinks
{
    private const string TypeParameter = "type=";
    private const string Scheme = "temporal:///namespaces/";
    private static readonly string EventLink = Link.Types.WorkflowEvent.Descriptor.FullName;

    /// <summary>The event that an operation was scheduled by.</summary>
    public static NexusLink ToScheduled(RunKey run, long eventId) => new()
    {
        Url = $"{Scheme}{Escape(run.Namespace)}/workflows/{Escape(run.WorkflowId)}/{Escape(run.RunId)}/history"
            + $"?eventID={eventId}&eventType={nameof(EventType.NexusOperationScheduled)}&referenceType=EventReference",
        Type = EventLink,
    };

    /// <summary>Links of a header, each as <c>&lt;URL&gt;; type="TYPE"</c>.</summary>
    public static IEnumerable<NexusLink> OfHeader(IEnumerable<string> values)
    {
        foreach (var value in values.SelectMany(static line => line.Split(", <")))
        {
            var halves = value.TrimStart('<').Split(">;", 2);
            var at = halves[^1].IndexOf(TypeParameter, StringComparison.Ordinal);
            if (halves.Length == 2 && at >= 0) yield return new() { Url = halves[0], Type = halves[1][(at + TypeParameter.Length)..].Trim('"') };
        }
    }

    /// <summary>Those of a handler's links that lead to events; others are passed over, for nothing depends on them.</summary>
    public static IReadOnlyList<Link> Read(IEnumerable<NexusLink> links) => [.. links.Select(Read).OfType<Link>()];

    private static Link? Read(NexusLink link)
    {
        if (link.Type != EventLink || !link.Url.StartsWith(Scheme, StringComparison.Ordinal)) return null;
        var halves = link.Url[Scheme.Length..].Split('?', 2);
        if (halves[0].Split('/') is not [var @namespace, "workflows", var workflowId, var runId, "history"]) return null;
        var query = Query(halves.Length > 1 ? halves[1] : string.Empty);
        var found = new Link.Types.WorkflowEvent
        {
            Namespace = Uri.UnescapeDataString(@namespace),
            WorkflowId = Uri.UnescapeDataString(workflowId),
            RunId = Uri.UnescapeDataString(runId),
        };
        if (!Enum.TryParse<EventType>(query.GetValueOrDefault("eventType"), out var type)) type = default;
        switch (query.GetValueOrDefault("referenceType"))
        {
            case "EventReference":
                _ = long.TryParse(query.GetValueOrDefault("eventID"), NumberStyles.None, CultureInfo.InvariantCulture, out var id);
                found.EventRef = new() { EventId = id, EventType = type };
                break;
            case "RequestIdReference":
                found.RequestIdRef = new() { RequestId = query.GetValueOrDefault("requestID") ?? string.Empty, EventType = type };
                break;
            default:
                return null;
        }

        return new() { WorkflowEvent = found };
    }

    private static Dictionary<string, string> Query(string text)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split('&'))
        {
            var halves = pair.Split('=', 2);
            if (halves.Length == 2) query[halves[0]] = Uri.UnescapeDataString(halves[1].Replace('+', ' '));
        }

        return query;
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
