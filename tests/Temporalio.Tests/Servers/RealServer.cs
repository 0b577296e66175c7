using System.Diagnostics;

namespace Temporalio.Tests.Servers;

/// <summary>Temporal's own development server, where it lies beside the repository.</summary>
public sealed class RealServer : ServerFixture
{
    private Process? _process;

    /// <summary>Where Temporal's own servers lie, if they do.</summary>
    public static string Folder => Path.GetFullPath(Path.Combine(RepositoryRoot(), "..", "shared", "temporal"));

    public override async Task DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
    }

    protected override Task StartAsync()
    {
        var script = Path.Combine(Folder, "start-dev");
        if (!File.Exists(script))
        {
            Absent = $"Temporal's development server is not at {script}";
            return Task.CompletedTask;
        }

        var port = FreePort();
        Address = $"127.0.0.1:{port}";
        _process = Process.Start(new ProcessStartInfo(
            script, [$"{port}", $"{FreePort()}", "--headless", "--log-level", "never"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        return Task.CompletedTask;
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Workflows.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
