using System.Globalization;
using Gauntlet.Temporal.Server;

namespace Gauntlet.Benchmarks.Server.Load;

/// <summary>The embedded server as a program of its own, as the one beside it is: <c>serve [skipping]</c>. It says its address, answers "memory" in bytes,
/// and ends with its standard input.</summary>
internal static class ServeProgram
{
    /// <summary>First argument that asks for it.</summary>
    public const string Verb = "serve";

    /// <summary>Second argument: a clock that skips.</summary>
    public const string Skipping = "skipping";

    /// <summary>Question for the memory that the process has.</summary>
    public const string Memory = "memory";

    /// <summary>Variable with the connection string of a database to keep everything in; unset for memory.</summary>
    public const string Database = "GAUNTLET_BENCH_DATABASE";

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var skips = args is [_, Skipping];
        await using var server = await EmbeddedServer.StartAsync(new() { TimeSkipping = skips, StartUnlocked = skips, ConnectionString = Environment.GetEnvironmentVariable(Database) });
        Console.WriteLine(server.Address);
        while (await Console.In.ReadLineAsync() is { } line)
            Console.WriteLine(line == Memory ? Environment.WorkingSet.ToString(CultureInfo.InvariantCulture) : $"unknown {line}");
        return 0;
    }
}
