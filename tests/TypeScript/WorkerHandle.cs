using System.Diagnostics;
using System.Globalization;

namespace Gauntlet.TypeScript;

/// <summary>A worker as a process of ours; it ends when disposed.</summary>
/// <param name="process">The process.</param>
internal sealed class WorkerHandle(Process process) : IAsyncDisposable
{
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(30);

    private readonly Task<string> _errors = process.StandardError.ReadToEndAsync();

    /// <summary>Bytes of memory that the process has, after a collection.</summary>
    public Task<long> MemoryAsync() => AskAsync("memory");

    /// <summary>Bytes that the process has allocated since its start; ours only.</summary>
    public Task<long> AllocatedAsync() => AskAsync("allocated");

    /// <summary>Waits for a line that begins so.</summary>
    public async Task<string> ReadAsync(string beginning, TimeSpan limit)
    {
        using var patience = new CancellationTokenSource(limit);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            if (line.StartsWith(beginning, StringComparison.Ordinal)) return line;
        throw new InvalidOperationException($"The worker ended: {await _errors}");
    }

    private async Task<long> AskAsync(string what)
    {
        await process.StandardInput.WriteLineAsync(what);
        await process.StandardInput.FlushAsync();
        var line = await ReadAsync($"{what} ", TimeSpan.FromMinutes(1));
        return long.Parse(line.AsSpan(what.Length + 1), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(EndTime);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }
}
