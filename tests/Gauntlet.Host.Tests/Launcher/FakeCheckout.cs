using System.Diagnostics;

namespace Gauntlet.Host.Tests.Launcher;

/// <summary>A checkout with the real launcher, hardly any source, and a stub instead of dotnet that writes down how it is called.</summary>
internal sealed class FakeCheckout : IDisposable
{
    // Builds make the assembly that they are asked for; everything else only says what it was called with.
    private const string Stub = """
        #!/usr/bin/env bash
        echo "$*" >>"$STUB_LOG"
        case "$1" in
          restore) exit 0 ;;
          build)
            if [[ -n "${STUB_FAILS:-}" ]]; then echo "Program.cs(1,1): error CS1002: ; expected"; exit 1; fi
            while (($#)); do if [[ "$1" == -o ]]; then mkdir -p "$2"; touch "$2/gauntlet.dll" "$2/Gauntlet.Benchmarks.dll"; fi; shift; done ;;
          test)
            while (($#)); do if [[ "$1" == --results-directory ]]; then cp "$STUB_RESULTS"/*.trx "$2"; fi; shift; done
            exit "${STUB_TEST_CODE:-0}" ;;
          *) echo "ran in $PWD with home $GAUNTLET_HOME" ;;
        esac
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TemporaryFolder _folder = new();

    public FakeCheckout()
    {
        var real = FindRepository();
        foreach (var folder in (string[])["src/Gauntlet.Host", "workflows", "activities", "temporal-dev", "tests/Benchmarks", "tests/TypeScript", ".ci", "dotnet/sdk/10.0.100", "results"])
            Directory.CreateDirectory(PathOf(folder));
        foreach (var file in (string[])["gauntlet", ".ci/run", ".ci/test"]) File.Copy(Path.Combine(real, file), PathOf(file));
        foreach (var file in (string[])["Directory.Build.props", "global.json", ".editorconfig", "BannedSymbols.txt", "src/Gauntlet.Host/Gauntlet.Host.csproj"]) Write(file, "1");
        Write("dotnet/dotnet", Stub);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(PathOf("dotnet/dotnet"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Every call of the stub.</summary>
    public IReadOnlyList<string> Calls => File.Exists(PathOf("calls")) ? File.ReadAllLines(PathOf("calls")) : [];

    public string PathOf(string name) => Path.Combine(_folder.Path, name);

    public void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    public (int ExitCode, string Output, string Error) Run(string script, string[] args, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(PathOf(script), args) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = PathOf("src") };
        start.Environment["PATH"] = PathOf("dotnet") + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment["STUB_LOG"] = PathOf("calls");
        start.Environment["STUB_RESULTS"] = PathOf("results");
        // The database is not the launcher's business here.
        start.Environment["GAUNTLET_DATABASE"] = "Host=nowhere";
        start.Environment.Remove("GAUNTLET_HOME");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience)) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    public void Dispose() => _folder.Dispose();

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Workflows.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Tests run inside the repository.");
        return folder;
    }
}
