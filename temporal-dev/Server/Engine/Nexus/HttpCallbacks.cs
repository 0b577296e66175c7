using Google.Protobuf;
using Microsoft.AspNetCore.Http;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>Takes callbacks over HTTP: how an operation has ended that a handler elsewhere went on with.</summary>
internal sealed class HttpCallbacks(NexusCompletion completion)
{
    private const string StateHeader = "nexus-operation-state", OperationTokenHeader = "nexus-operation-token", LinkHeader = "nexus-link";
    private const int LargestBody = 2 * EngineLimits.BlobBytes;

    /// <summary>Where they are taken.</summary>
    public const string Route = "/namespaces/{namespace}/nexus/callback";

    /// <summary>Takes one.</summary>
    public async Task TakeAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (await ReadAsync(context.Request) is not { } body)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "http: request body too large");
            return;
        }

        var (outcome, fault) = Outcome(headers[StateHeader].ToString(), headers.ContentType.ToString(), body);
        if (outcome is null)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, fault);
        }
        else if (!CallbackToken.TryRead(headers[NexusRequests.TokenHeader].ToString(), out var token))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "invalid callback token");
        }
        else if (await completion.TakeAsync(token, outcome, headers[OperationTokenHeader].ToString(), NexusLinks.Read(NexusLinks.OfHeader(headers[LinkHeader].OfType<string>()))) is { } missing)
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, missing);
        }
    }

    private static (CallOutcome? Outcome, string Fault) Outcome(string state, string type, byte[] body)
    {
        switch (state)
        {
            case "succeeded":
                return OfResult(type, body);
            case "failed" or "canceled" when type.Split(';')[0] != PayloadContent.Json:
                return (null, $"invalid request content type: \"{type}\"");
            case "failed" or "canceled":
                return HttpFailures.Read(body) is { } failure
                    ? (NexusAnswers.OfError(new() { OperationState = state, Failure = failure }), string.Empty)
                    : (null, "failed to read Failure from request body");
            default:
                return (null, $"invalid request operation state: \"{state}\"");
        }
    }

    private static (CallOutcome? Outcome, string Fault) OfResult(string type, byte[] body)
    {
        try
        {
            return (NexusAnswers.OfResult(PayloadContent.ToPayload(type, body), []), string.Empty);
        }
        catch (InvalidProtocolBufferException broken)
        {
            return (null, broken.Message);
        }
    }

    // Null for one that is too large.
    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (body.Length + read > LargestBody) return null;
            body.Write(buffer.AsSpan(0, read));
        }

        return body.ToArray();
    }

    private static Task RefuseAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = PayloadContent.Json;
        return context.Response.Body.WriteAsync(HttpFailures.Write(text), context.RequestAborted).AsTask();
    }
}
