using System.Net;
using System.Net.Sockets;
using Gauntlet.Benchmarks.Server.Load;

namespace Gauntlet.Benchmarks.Server;

/// <summary>Signals a second while ten thousand other connections are open, half of them in the middle of their first words.</summary>
internal sealed class CrowdBenchmark : IBenchmark
{
    private const int Runs = 1000, Connections = 10_000;

    // How an HTTP/2 client begins (RFC 9113, section 3.4), with an empty SETTINGS frame.
    private static readonly byte[] Preface = [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, 0, 0, 0, 4, 0, 0, 0, 0, 0];

    /// <inheritdoc/>
    public string Name => "crowd";

    /// <inheritdoc/>
    public string Suite => "server";

    /// <summary>Measures ours alone: with the crowd, beside without.</summary>
    public async Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        await using var server = await OurServer.StartAsync();
        using var client = new LoadClient(server.Address);
        await Pressure.EachAsync(Runs, number => client.StartAsync($"run-{number}", "Nothing", cancellation), cancellation);
        var alone = await Pressure.RateAsync(number => client.SignalAsync($"run-{number % Runs}", cancellation));

        var crowd = new List<Socket>();
        try
        {
            for (var i = 0; i < Connections; i++) crowd.Add(await ConnectAsync(server.Address, i % 2 == 0 ? Preface.Length : Preface.Length / 2, cancellation));
            var among = await Pressure.RateAsync(number => client.SignalAsync($"run-{number % Runs}", cancellation));
            return [new(Name, among, alone, among / alone, $"signals/s with {Connections:N0} other connections open (baseline: without)")];
        }
        finally
        {
            crowd.ForEach(static socket => socket.Dispose());
        }
    }

    private static async Task<Socket> ConnectAsync(string address, int words, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPEndPoint.Parse(address), cancellation);
        await socket.SendAsync(Preface.AsMemory(0, words), cancellation);
        return socket;
    }
}
