using Gauntlet.Temporal.Server;

namespace Gauntlet.Benchmarks.Sdk;

/// <summary>The embedded server as a program of its own, fresh for each worker that is measured: <c>sdk-server</c>. It says "ready" and its address, and
/// ends with its standard input.</summary>
internal static class ServerProgram
{
    /// <summary>First argument that asks for it.</summary>
    public const string Verb = "sdk-server";

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync()
    {
        await using var server = await EmbeddedServer.StartAsync(new(), CancellationToken.None);
        Console.WriteLine($"ready {server.Address}");
        while (await Console.In.ReadLineAsync() is not null)
        {
            // Nothing is asked of it here.
        }

        return 0;
    }
}
