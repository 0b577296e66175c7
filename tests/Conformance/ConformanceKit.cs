using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Gauntlet.Conformance.Tests;

/// <summary>The recorded behaviour of Temporal's own servers, and the runner that plays it against an address.</summary>
/// <remarks>The kit lies beside the project, not in it: without it, or without Node.js, there is nothing to run.</remarks>
public sealed class ConformanceKit : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly string? _folder;

    /// <summary>Copies the kit and installs what it needs, or notes why it cannot.</summary>
    public ConformanceKit()
    {
        if (Find() is not { } source)
        {
            Absence = "../shared/temporal/conformance is not there";
            return;
        }

        _folder = Directory.CreateTempSubdirectory("conformance-").FullName;
        Copy(source, _folder);
        try
        {
            var (exit, _, error) = Run("npm", "ci", "--no-audit", "--no-fund");
            if (exit != 0) Absence = $"npm ci failed: {error.Trim()}";
        }
        catch (Win32Exception missing)
        {
            Absence = $"npm cannot be started: {missing.Message}";
        }
    }

    /// <summary>Why the kit cannot run; null when it can.</summary>
    public string? Absence { get; }

    /// <summary>Plays a suite and says how each scenario ended.</summary>
    /// <param name="address">Server to play against.</param>
    /// <param name="suite">Name of the suite.</param>
    public IReadOnlyList<ScenarioResult> Play(string address, string suite) => PlayWith(address, "--suite", suite);

    /// <summary>Plays scenarios of this project, in the kit's form, and says how each ended.</summary>
    /// <param name="address">Server to play against.</param>
    /// <param name="folder">Folder of this project that has them in <c>scenarios</c>, and beside that what the real server did in <c>expected</c>.</param>
    public IReadOnlyList<ScenarioResult> PlayOwn(string address, string folder)
    {
        var copy = Path.Combine(_folder!, folder);
        if (!Directory.Exists(copy)) Copy(Path.Combine(AppContext.BaseDirectory, folder), copy);

        // They mostly wait: many at a time take no longer than the longest.
        return PlayWith(address, "--jobs", "40", "--scenarios", Path.Combine(copy, "scenarios"));
    }

    private IReadOnlyList<ScenarioResult> PlayWith(string address, params string[] options)
    {
        // Into a file, because the runner ends at once when it has written, and what is still in a pipe then is lost.
        var (_, _, error) = Run("sh", ["-c", "node run.mjs --address \"$0\" \"$@\" --json > report.json", address, .. options]);
        var output = File.ReadAllText(Path.Combine(_folder!, "report.json"));
        if (output.Length == 0) throw new InvalidOperationException($"The conformance kit printed nothing: {error}");
        using var report = JsonDocument.Parse(output);
        return [.. report.RootElement.GetProperty("results").EnumerateArray().Select(ScenarioResult.Of)];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_folder is not null) Directory.Delete(_folder, recursive: true);
    }

    private (int Exit, string Output, string Error) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} took longer than {Patience}.");
        }

        return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Workflows.sln"))) continue;
            var kit = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "temporal", "conformance"));
            return Directory.Exists(kit) ? kit : null;
        }

        return null;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(from, file);
            if (relative.StartsWith("node_modules", StringComparison.Ordinal)) continue;
            var target = Path.Combine(to, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
