using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace Gauntlet.Temporal.Grpc;

/// <summary>Calls unary gRPC methods of one server over pooled HTTP/2 connections. Safe for any number of threads.</summary>
public sealed class GrpcChannel : IDisposable
{
    private const int ReceiveLimit = 128 * 1024 * 1024;

    private readonly GrpcChannelOptions _options;
    private readonly HttpMessageInvoker _http;
    private readonly string _base;

    /// <summary>Makes a channel; nothing is connected before the first call.</summary>
    /// <param name="options">Where to, and how.</param>
    /// <exception cref="ArgumentException">The target is not <c>host:port</c>, or a certificate lacks its key.</exception>
    public GrpcChannel(GrpcChannelOptions options)
    {
        _options = options;
        _base = $"{(options.Tls is null ? "http" : "https")}://{options.Target}";
        if (!Uri.TryCreate(_base, UriKind.Absolute, out var address) || address.PathAndQuery != "/" || options.Target.Contains('/', StringComparison.Ordinal))
            throw new ArgumentException($"Target \"{options.Target}\" is not an address; give host:port without a scheme.", nameof(options));
        _http = new HttpMessageInvoker(GrpcTransport.Create(options));
    }

    /// <summary>Calls a method and waits for its answer.</summary>
    /// <typeparam name="TRequest">Message to send.</typeparam>
    /// <typeparam name="TResponse">Message to receive.</typeparam>
    /// <param name="service">Full name, such as <c>temporal.api.workflowservice.v1.WorkflowService</c>.</param>
    /// <param name="method">Name of the method.</param>
    /// <param name="request">The request.</param>
    /// <param name="call">Headers, deadline and retries. Default none.</param>
    /// <param name="cancellationToken">Gives the call up; the server is told.</param>
    /// <exception cref="GrpcException">The call ended with another status than OK, after the retries that were asked for.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<TResponse> CallAsync<TRequest, TResponse>(string service, string method, TRequest request, GrpcCallOptions? call = null, CancellationToken cancellationToken = default)
        where TRequest : IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>, new() =>
        CallAsync(service, method, request, new MessageParser<TResponse>(() => new TResponse()), call, cancellationToken);

    /// <summary>Calls a method and waits for its answer.</summary>
    /// <typeparam name="TResponse">Message to receive.</typeparam>
    /// <param name="service">Full name, such as <c>temporal.api.workflowservice.v1.WorkflowService</c>.</param>
    /// <param name="method">Name of the method.</param>
    /// <param name="request">The request.</param>
    /// <param name="parser">Parser of the answer.</param>
    /// <param name="call">Headers, deadline and retries. Default none.</param>
    /// <param name="cancellationToken">Gives the call up; the server is told.</param>
    /// <exception cref="GrpcException">The call ended with another status than OK, after the retries that were asked for.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<TResponse> CallAsync<TResponse>(string service, string method, IMessage request, MessageParser<TResponse> parser, GrpcCallOptions? call = null, CancellationToken cancellationToken = default)
        where TResponse : IMessage<TResponse>
    {
        var path = $"{_base}/{service}/{method}";
        var frame = GrpcFrame.Write(request, _options.Gzip);
        var started = _options.Clock.GetTimestamp();
        for (var retry = 1; ; retry++)
        {
            var tried = _options.Clock.GetTimestamp();
            try
            {
                var response = await TryAsync(path, frame, parser, call, cancellationToken);
                call?.TryEnded?.Invoke(retry, _options.Clock.GetElapsedTime(tried), null);
                return response;
            }
            catch (GrpcException error) when (Tell(call, retry, tried, error) && ShouldRetry(call?.Retry, error, retry, started))
            {
                await Task.Delay(call!.Retry!.DelayBefore(retry), _options.Clock, cancellationToken);
            }
        }
    }

    /// <summary>Closes the connections; calls under way fail.</summary>
    public void Dispose() => _http.Dispose();

    private bool Tell(GrpcCallOptions? call, int number, long since, GrpcException error)
    {
        call?.TryEnded?.Invoke(number, _options.Clock.GetElapsedTime(since), error);
        return true;
    }

    private bool ShouldRetry(GrpcRetryPolicy? policy, GrpcException error, int retry, long started) =>
        policy is not null && retry <= policy.MaxRetries && policy.IsRetryable(error)
        && (policy.MaxElapsedTime is not { } limit || _options.Clock.GetElapsedTime(started) < limit);

    private async Task<TResponse> TryAsync<TResponse>(string path, byte[] frame, MessageParser<TResponse> parser, GrpcCallOptions? call, CancellationToken cancellationToken)
        where TResponse : IMessage<TResponse>
    {
        using var deadline = call?.Timeout is { } timeout ? new CancellationTokenSource(timeout, _options.Clock) : null;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline?.Token ?? CancellationToken.None);
        using var request = Request(path, frame, call);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            if ((GrpcResponse.NotGrpc(response) ?? GrpcResponse.Error(response.Headers)) is { } refused) throw refused;
            var encoding = response.Headers.TryGetValues(GrpcWire.EncodingHeader, out var values) ? values.FirstOrDefault() : null;
            // An answer that has begun is read to its end, though the caller gives up: it may hand over a task that the server counts as taken.
            var end = deadline?.Token ?? cancellationToken;
            await using var body = await response.Content.ReadAsStreamAsync(end);
            var message = await GrpcFrame.ReadAsync(body, parser, encoding, ReceiveLimit, end);
            if (GrpcResponse.Error(response.TrailingHeaders) is { } failed) throw failed;
            return message ?? throw new GrpcException(GrpcStatusCode.Internal, "The server answered OK without a message.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && deadline?.IsCancellationRequested == true)
        {
            throw new GrpcException(GrpcStatusCode.DeadlineExceeded, $"No answer within {call!.Timeout}.");
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreachable(error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw Unreachable(error);
        }
    }

    private GrpcException Unreachable(Exception error) =>
        new(GrpcStatusCode.Unavailable, $"{_options.Target}: {(error.InnerException ?? error).Message}", inner: error);

    private HttpRequestMessage Request(string path, byte[] frame, GrpcCallOptions? call)
    {
        var content = new ByteArrayContent(frame);
        content.Headers.ContentType = new MediaTypeHeaderValue(GrpcWire.ContentType);
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = content,
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        // The handler expects the certificate of whom the request names, and names it to the server.
        request.Headers.Host = _options.Tls?.Domain;
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        request.Headers.TryAddWithoutValidation("user-agent", "gauntlet-grpc");
        request.Headers.TryAddWithoutValidation(GrpcWire.AcceptEncodingHeader, "identity,gzip");
        if (_options.Gzip) request.Headers.TryAddWithoutValidation(GrpcWire.EncodingHeader, "gzip");
        if (call?.Timeout is { } timeout) request.Headers.TryAddWithoutValidation(GrpcWire.TimeoutHeader, GrpcWire.FormatTimeout(timeout));
        foreach (var (name, value) in call?.Metadata ?? ReadOnlyDictionaryOf<string>()) request.Headers.TryAddWithoutValidation(name, value);
        foreach (var (name, value) in call?.BinaryMetadata ?? ReadOnlyDictionaryOf<byte[]>()) request.Headers.TryAddWithoutValidation(name, GrpcWire.EncodeBinary(value));
        return request;
    }

    private static IReadOnlyDictionary<string, TValue> ReadOnlyDictionaryOf<TValue>() => System.Collections.ObjectModel.ReadOnlyDictionary<string, TValue>.Empty;
}
