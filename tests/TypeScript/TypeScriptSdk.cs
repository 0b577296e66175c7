using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Gauntlet.TypeScript;

/// <summary>The official TypeScript SDK, installed by npm into a cache folder outside of the tree, and its programs beside this file.</summary>
internal sealed class TypeScriptSdk
{
    private static readonly TimeSpan InstallTime = TimeSpan.FromMinutes(3), ReadyTime = TimeSpan.FromMinutes(2);
    private static readonly string[] Names = ["package.json", "package-lock.json", "workflows.js", "activities.js", "worker.js", "replay.js"];
    private static readonly SemaphoreSlim Installing = new(1);
    private static TypeScriptSdk? _installed;

    private TypeScriptSdk(string folder) => Folder = folder;

    /// <summary>Where programs and packages are.</summary>
    public string Folder { get; }

    /// <summary>Installs the packages if they are not there.</summary>
    /// <param name="checkout">Root of the checkout.</param>
    /// <returns>The SDK, or why it cannot be had.</returns>
    public static async Task<(TypeScriptSdk? Sdk, string? Absent)> InstallAsync(string checkout)
    {
        await Installing.WaitAsync();
        try
        {
            if (_installed is not null) return (_installed, null);

            var source = Path.Combine(checkout, "tests", "TypeScript");
            var folder = Path.Combine(Home(checkout), "typescript", await HashAsync(source));
            if (!Directory.Exists(folder))
            {
                // Complete or not at all: other processes may install at the same time.
                var fresh = $"{folder}.{Environment.ProcessId}";
                Directory.CreateDirectory(fresh);
                foreach (var name in Names) File.Copy(Path.Combine(source, name), Path.Combine(fresh, name), overwrite: true);
                var (code, said) = await RunAsync("npm", ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], fresh, InstallTime);
                if (code != 0)
                {
                    Directory.Delete(fresh, recursive: true);
                    return (null, $"The official TypeScript SDK cannot be had here: {said.Split('\n').FirstOrDefault(line => line.Trim().Length > 0)}");
                }

                if (Directory.Exists(folder)) Directory.Delete(fresh, recursive: true);
                else Directory.Move(fresh, folder);
            }

            return (_installed = new(folder), null);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, "The official TypeScript SDK cannot be had here: npm is not installed");
        }
        finally
        {
            Installing.Release();
        }
    }

    /// <summary>Starts a worker and returns once it polls.</summary>
    /// <param name="address">Server.</param>
    /// <param name="taskQueue">Task queue.</param>
    /// <param name="cached">Runs kept at most; null for the SDK's default.</param>
    public async Task<WorkerHandle> StartWorkerAsync(string address, string taskQueue, int? cached = null)
    {
        List<string> arguments = ["--expose-gc", "worker.js", address, taskQueue];
        if (cached is { } runs) arguments.Add(runs.ToString(CultureInfo.InvariantCulture));
        var worker = new WorkerHandle(Start("node", arguments, Folder));
        await worker.ReadAsync("ready", ReadyTime);
        return worker;
    }

    /// <summary>Replays histories.</summary>
    /// <param name="files">JSON histories.</param>
    /// <param name="rounds">How often each.</param>
    /// <returns>For each file its name, the milliseconds of the fastest round, and "ok" or what was wrong.</returns>
    public async Task<IReadOnlyList<(string File, double Milliseconds, string Said)>> ReplayAsync(IEnumerable<string> files, int rounds = 1)
    {
        var (code, said) = await RunAsync("env", [$"ROUNDS={rounds}", "node", "replay.js", .. files], Folder, ReadyTime);
        if (code != 0) throw new InvalidOperationException($"The TypeScript SDK could not replay: {said}");
        return [.. said.Split('\n').Select(line => line.Split('\t')).Where(parts => parts.Length == 3)
            .Select(parts => (parts[0], double.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]))];
    }

    private static string Home(string checkout) => Environment.GetEnvironmentVariable("GAUNTLET_HOME") is { Length: > 0 } home ? home : Path.Combine(checkout, ".gauntlet");

    // A folder for each state of the programs and packages, so that a change of either begins afresh.
    private static async Task<string> HashAsync(string source)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Names) hash.AppendData(await File.ReadAllBytesAsync(Path.Combine(source, name)));
        return Convert.ToHexString(hash.GetHashAndReset())[..16];
    }

    private static Process Start(string program, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    private static async Task<(int Code, string Said)> RunAsync(string program, IEnumerable<string> arguments, string folder, TimeSpan limit)
    {
        using var process = Start(program, arguments, folder);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, process.ExitCode == 0 ? await output : await errors + await output);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"{program} did not end within {limit}");
        }
    }
}
