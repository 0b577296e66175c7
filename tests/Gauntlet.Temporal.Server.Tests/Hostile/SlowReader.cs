using System.Net;
using System.Net.Http.Headers;
using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Host;
using Google.Protobuf;

namespace Gauntlet.Temporal.Server.Tests.Hostile;

/// <summary>A client that asks and does not read the answers, so that its window stays closed.</summary>
internal sealed class SlowReader : IDisposable
{
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { InitialHttp2StreamWindowSize = 65_535 });
    private readonly List<HttpResponseMessage> _unread = [];

    /// <summary>Asks so often and returns when the server has begun to answer each.</summary>
    public async Task StartAsync(string address, IMessage request, int requests)
    {
        for (var i = 0; i < requests; i++)
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, $"http://{address}/{ServiceNames.Workflow}/GetWorkflowExecutionHistory")
            {
                Version = HttpVersion.Version20,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
                Content = new ByteArrayContent(GrpcFrame.Write(request)),
            };
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(GrpcWire.ContentType);

            // Only the headers are waited for.
            _unread.Add(await _http.SendAsync(message, CancellationToken.None));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _unread.ForEach(static answer => answer.Dispose());
        _http.Dispose();
    }
}
