using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Gauntlet.Temporal.Server.Engine.State;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>What a callback hands back: which operation of which run it is about. Opaque to handlers.</summary>
internal sealed record CallbackToken(string Namespace, string WorkflowId, string RunId, long ScheduledEventId, string RequestId)
{
    public static CallbackToken Of(RunKey run, PendingNexusOperation operation) =>
        new(run.Namespace, run.WorkflowId, run.RunId, operation.ScheduledEventId, operation.Scheduled.RequestId);

    public string ToText() => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <summary>Reads a token; false for one that this server has not made.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out CallbackToken? token)
    {
        token = null;
        try
        {
            token = JsonSerializer.Deserialize<CallbackToken>(Convert.FromBase64String(text));
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            return false;
        }

        return token is { Namespace: not null, WorkflowId: not null, RunId: not null, RequestId: not null };
    }
}
