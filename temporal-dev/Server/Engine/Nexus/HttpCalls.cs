using System.Net.Sockets;
using Temporalio.Api.Nexus.V1;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>Calls handlers elsewhere by the Nexus protocol over HTTP.</summary>
internal sealed class HttpCalls : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = 2L * EngineLimits.BlobBytes,
    };

    /// <summary>Makes an attempt; whatever goes wrong is its outcome.</summary>
    /// <param name="url">The endpoint's URL.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="timeout">Ends the attempt.</param>
    public async Task<CallOutcome> SendAsync(string url, Request request, CancellationToken timeout)
    {
        using var message = request.CancelOperation is { } cancel ? Cancel(url, cancel) : Start(url, request.StartOperation);
        foreach (var (name, value) in request.Header) message.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var response = await _client.SendAsync(message, timeout);
            var body = await response.Content.ReadAsByteArrayAsync(timeout);
            return request.CancelOperation is null ? HttpAnswers.OfStart(response, body) : HttpAnswers.OfCancel(response, body);
        }
        catch (OperationCanceledException)
        {
            return HandlerErrors.OfCall("request timed out");
        }
        catch (HttpRequestException error) when (error.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return HandlerErrors.OfCall("http: response body too large", isRetryable: false);
        }
        catch (HttpRequestException error)
        {
            return HandlerErrors.OfCall($"Post \"{message.RequestUri!.OriginalString}\": {Why(error, message.RequestUri)}");
        }
    }

    public void Dispose() => _client.Dispose();

    private static HttpRequestMessage Start(string url, StartOperationRequest start)
    {
        var path = $"{url.TrimEnd('/')}/{Escape(start.Service)}/{Escape(start.Operation)}?callback={Escape(start.Callback)}";
        var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = PayloadContent.ToContent(start.Payload) };
        message.Headers.TransferEncodingChunked = true;
        foreach (var (name, value) in start.CallbackHeader) message.Headers.TryAddWithoutValidation($"nexus-callback-{name}", value);
        return message;
    }

    private static HttpRequestMessage Cancel(string url, CancelOperationRequest cancel) => new(
        HttpMethod.Post, $"{url.TrimEnd('/')}/{Escape(cancel.Service)}/{Escape(cancel.Operation)}/{Escape(cancel.OperationToken)}/cancel");

    private static string Why(HttpRequestException error, Uri uri) => error.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused }
        ? $"dial tcp {uri.Host}:{uri.Port}: connect: connection refused"
        : error.Message;

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
