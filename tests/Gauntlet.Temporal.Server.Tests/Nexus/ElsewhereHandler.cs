using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gauntlet.Temporal.Server.Tests.Nexus;

/// <summary>A Nexus handler on loopback that is no Temporal worker: goes on with every operation by itself.</summary>
internal sealed class ElsewhereHandler : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpClient _client = new();
    private readonly TaskCompletionSource<HttpListenerRequest> _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ElsewhereHandler()
    {
        Url = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add($"{Url}/");
        _listener.Start();
        _ = AnswerAsync();
    }

    public string Url { get; }

    /// <summary>The first request, once it has been answered.</summary>
    public Task<HttpListenerRequest> Asked => _asked.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Tells the caller that its operation is done.</summary>
    public async Task<HttpStatusCode> CallBackAsync(HttpListenerRequest request, string state)
    {
        const string prefix = "nexus-callback-";
        using var message = new HttpRequestMessage(HttpMethod.Post, request.QueryString["callback"]);
        message.Content = new StringContent(state == "succeeded" ? "\"done\"" : "{\"message\":\"no\"}", Encoding.UTF8);
        message.Content.Headers.ContentType = new("application/json");
        message.Headers.Add("nexus-operation-state", state);
        foreach (var name in request.Headers.AllKeys.OfType<string>().Where(static name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            message.Headers.TryAddWithoutValidation(name[prefix.Length..], request.Headers[name]);
        using var response = await _client.SendAsync(message);
        return response.StatusCode;
    }

    public void Dispose()
    {
        _listener.Close();
        _client.Dispose();
    }

    private async Task AnswerAsync()
    {
        var context = await _listener.GetContextAsync();
        var body = "{\"token\":\"token\",\"state\":\"running\"}"u8.ToArray();
        context.Response.StatusCode = 201;
        context.Response.ContentType = "application/json";
        await context.Response.OutputStream.WriteAsync(body);
        context.Response.Close();
        _asked.TrySetResult(context.Request);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
