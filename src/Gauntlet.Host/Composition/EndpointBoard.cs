using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Gauntlet.Contracts;

namespace Gauntlet.Host.Composition;

/// <summary>Where serving processes say so: a small file each under <c>endpoints</c> of the home folder, gone when they end, ignored when they died.</summary>
/// <param name="home">The home folder.</param>
internal sealed class EndpointBoard(string home)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private string Folder => Path.Combine(home, "endpoints");

    /// <summary>Puts an endpoint up; taken down when disposed.</summary>
    public IDisposable Publish(ServedEndpoint endpoint)
    {
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{endpoint.ProcessId}-{endpoint.Since.UtcTicks}.json"));
        var unfinished = path + ".new";
        File.WriteAllText(unfinished, JsonSerializer.Serialize(endpoint, ContractJson.Options));
        File.Move(unfinished, path, overwrite: true);
        return new Notice(path);
    }

    /// <summary>Endpoints whose process lives and whose port answers; the newest of the most lasting kind first.</summary>
    public async Task<IReadOnlyList<ServedEndpoint>> LiveAsync(CancellationToken cancellation)
    {
        if (!Directory.Exists(Folder)) return [];
        var live = new List<ServedEndpoint>();
        foreach (var path in Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (Read(path) is not { } endpoint) continue;
            if (ProcessLives(endpoint.ProcessId) && await AnswersAsync(endpoint.Address, cancellation)) live.Add(endpoint);
        }

        return [.. live.OrderByDescending(endpoint => endpoint.Kind).ThenByDescending(endpoint => endpoint.Since)];
    }

    // A file that another version wrote, or that went while we looked, names no endpoint.
    private static ServedEndpoint? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ServedEndpoint>(File.ReadAllText(path), ContractJson.Options);
        }
        catch (Exception error) when (error is JsonException or IOException)
        {
            return null;
        }
    }

    private static bool ProcessLives(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // Process ids come again, above all in containers: only an open port proves a server.
    private static async Task<bool> AnswersAsync(string address, CancellationToken cancellation)
    {
        if (!IPEndPoint.TryParse(address, out var endpoint)) return false;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        using var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(endpoint, patience.Token);
            return true;
        }
        catch (Exception error) when (error is SocketException || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }

    private sealed class Notice(string path) : IDisposable
    {
        public void Dispose() => File.Delete(path);
    }
}
