using Gauntlet.Temporal.Server.Engine.Retries;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Nexus.V1;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>What a handler is asked, with the headers that the real server's calls carry.</summary>
internal sealed class NexusRequests(NexusServices services)
{
    /// <summary>Header in which a callback says which operation it is of.</summary>
    public const string TokenHeader = "temporal-callback-token";

    /// <summary>Header in which a callback says whose it is.</summary>
    public const string SourceHeader = "source";

    /// <summary>Asks to start an operation.</summary>
    /// <param name="address">Where its end is to be told.</param>
    public Request Start(RunKey run, PendingNexusOperation operation, string address, DateTimeOffset now, DateTimeOffset due)
    {
        var scheduled = operation.Scheduled;
        var link = NexusLinks.ToScheduled(run, operation.ScheduledEventId);
        var request = Base(now, due);
        foreach (var (name, value) in scheduled.NexusHeader) request.Header[name.ToLowerInvariant()] = value;
        if (operation.Expiration is { } end) request.Header.TryAdd("operation-timeout", $"{(long)(end - now).TotalMilliseconds}ms");
        request.Header["nexus-request-id"] = scheduled.RequestId;
        request.Header["nexus-link"] = $"<{link.Url}>; type=\"{link.Type}\"";
        request.StartOperation = new()
        {
            Service = scheduled.Service,
            Operation = scheduled.Operation,
            RequestId = scheduled.RequestId,
            Callback = $"http://{address}/namespaces/{Uri.EscapeDataString(run.Namespace)}/nexus/callback",
            Payload = scheduled.Input ?? NullPayload(),
            CallbackHeader =
            {
                [SourceHeader] = services.Source,
                [TokenHeader] = CallbackToken.Of(run, operation).ToText(),
            },
            Links = { link },
        };
        return request;
    }

    /// <summary>Asks to cancel an operation that has started.</summary>
    public Request Cancel(PendingNexusOperation operation, DateTimeOffset now, DateTimeOffset due)
    {
        var request = Base(now, due);
        request.Header["content-length"] = "0";
        request.Header["nexus-callback-source"] = services.Source;
        request.CancelOperation = new()
        {
            Service = operation.Scheduled.Service,
            Operation = operation.Scheduled.Operation,
            OperationId = operation.Token,
            OperationToken = operation.Token,
        };
        return request;
    }

    /// <summary>What stands for no payload where there must be one.</summary>
    public static Payload NullPayload() => new() { Metadata = { ["encoding"] = Google.Protobuf.ByteString.CopyFromUtf8("binary/null") } };

    private static Request Base(DateTimeOffset now, DateTimeOffset due) => new()
    {
        ScheduledTime = now.ToProto(),
        Header =
        {
            ["Request-Timeout"] = GoDuration.Text(due - now),
            ["request-timeout"] = GoDuration.Text(due - now),
            ["accept-encoding"] = "gzip",
            ["user-agent"] = "Nexus-go-sdk/v0.3.0",
        },
    };
}
