using System.Diagnostics;

namespace Temporalio.Testing;

/// <summary>One of Temporal's own servers as a process.</summary>
internal sealed class ServerProcess : IRunningServer
{
    private readonly Process _process;

    /// <summary>Starts the process.</summary>
    public ServerProcess(string path, IEnumerable<string> arguments, string address)
    {
        Address = address;
        _process = Process.Start(new ProcessStartInfo(path, arguments) { UseShellExecute = false })
            ?? throw new InvalidOperationException($"{path} could not be started");
    }

    /// <inheritdoc />
    public string Address { get; }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
