using System.Diagnostics;
using System.Globalization;

namespace Gauntlet.Benchmarks.Server.Load;

/// <summary>The embedded server in a process of its own.</summary>
internal sealed class OurServer : IServerProcess
{
    private readonly Process _process;

    private OurServer(Process process, string address)
    {
        _process = process;
        Address = address;
    }

    /// <inheritdoc/>
    public string Address { get; }

    /// <summary>Starts it and returns once it accepts calls.</summary>
    /// <param name="skipping">With a clock that skips.</param>
    /// <param name="database">Connection string of the database to keep everything in; null for memory.</param>
    public static async Task<OurServer> StartAsync(bool skipping = false, string? database = null)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(OurServer).Assembly.Location);
        start.ArgumentList.Add(ServeProgram.Verb);
        if (skipping) start.ArgumentList.Add(ServeProgram.Skipping);
        // Code that counts for its own optimisation is slower for most of a run of seconds.
        start.Environment["DOTNET_TieredPGO"] = "0";
        // As the launcher starts it.
        start.Environment["DOTNET_GCgen0size"] = "0x200000";
        if (database is not null) start.Environment[ServeProgram.Database] = database;
        var process = Process.Start(start) ?? throw new InvalidOperationException("The embedded server did not start.");
        return new(process, await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The embedded server ended before it listened."));
    }

    /// <summary>Memory that the process has, in bytes.</summary>
    public async Task<long> MemoryAsync()
    {
        await _process.StandardInput.WriteLineAsync(ServeProgram.Memory);
        return long.Parse((await _process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
