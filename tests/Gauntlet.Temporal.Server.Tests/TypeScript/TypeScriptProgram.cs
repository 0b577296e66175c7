using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Gauntlet.Temporal.Server.Tests.TypeScript;

/// <summary>The program that uses the official TypeScript SDK, installed from npm into the user's cache folder.</summary>
internal sealed class TypeScriptProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly SemaphoreSlim Installing = new(1, 1);

    private readonly string _folder;

    private TypeScriptProgram(string folder, string? absence)
    {
        _folder = folder;
        Absence = absence;
    }

    /// <summary>Why it cannot run; null when it can.</summary>
    public string? Absence { get; }

    /// <summary>Installs the program where it is not yet, once for each version of it.</summary>
    public static async Task<TypeScriptProgram> InstalledAsync()
    {
        await Installing.WaitAsync();
        try
        {
            var source = Path.Combine(AppContext.BaseDirectory, "TypeScript", "program");
            var folder = Path.Combine(CacheRoot(), "gauntlet-tests", $"typescript-sdk-{await DigestAsync(source)}");
            var complete = Path.Combine(folder, ".complete");
            if (File.Exists(complete)) return new(folder, null);
            Directory.CreateDirectory(folder);
            foreach (var file in Directory.EnumerateFiles(source)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
            var (exit, error) = await RunAsync(folder, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts");
            if (exit != 0) return new(folder, $"the TypeScript SDK cannot be had from npm: {error.Trim()}");
            await File.WriteAllTextAsync(complete, string.Empty);
            return new(folder, null);
        }
        catch (Win32Exception missing)
        {
            return new(string.Empty, $"npm cannot be started: {missing.Message}");
        }
        finally
        {
            Installing.Release();
        }
    }

    /// <summary>Runs the program against a server and returns what it saw.</summary>
    /// <param name="address">Server to use.</param>
    /// <param name="cachedWorkflows">How many workflows the worker keeps; null for the SDK's default.</param>
    public async Task<JsonObject> RunAsync(string address, string? cachedWorkflows)
    {
        var report = Path.GetTempFileName();
        try
        {
            string[] arguments = cachedWorkflows is null ? ["run.mjs", address, report] : ["run.mjs", address, report, cachedWorkflows];
            var (exit, error) = await RunAsync(_folder, "node", arguments);
            if (exit != 0) throw new InvalidOperationException($"The program ended with exit code {exit}: {error}");
            return JsonNode.Parse(await File.ReadAllTextAsync(report))!.AsObject();
        }
        finally
        {
            File.Delete(report);
        }
    }

    private static async Task<(int Exit, string Error)> RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static string CacheRoot() =>
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } root
            ? root
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");

    private static async Task<string> DigestAsync(string folder)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)) digest.AppendData(await File.ReadAllBytesAsync(file));
        return Convert.ToHexStringLower(digest.GetHashAndReset())[..16];
    }
}
