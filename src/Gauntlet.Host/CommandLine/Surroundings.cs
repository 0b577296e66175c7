using System.Collections;

namespace Gauntlet.Host.CommandLine;

/// <summary>What a process finds when it starts; a test makes its own.</summary>
internal sealed record Surroundings
{
    /// <summary>Standard output: results only.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Standard error: progress, hints and errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether standard output is a terminal.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether standard error is a terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Width of the terminal in columns. Default 80.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Folder of the call.</summary>
    public required string Directory { get; init; }

    /// <summary>Folder of everything that the embedded default keeps.</summary>
    public required string Home { get; init; }

    /// <summary>Environment variables.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The same, but a file or a pipe cuts no table: it has no edge to keep to.</summary>
    public Surroundings WithWholeTables => OutputIsTerminal ? this : this with { Width = 160 };

    /// <summary>Those of this process.</summary>
    public static Surroundings OfProcess()
    {
        var environment = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in System.Environment.GetEnvironmentVariables()) environment[(string)entry.Key] = (string?)entry.Value ?? string.Empty;
        var directory = System.Environment.CurrentDirectory;
        return new()
        {
            Output = Console.Out,
            Error = Console.Error,
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = WidthOfTerminal(),
            Directory = directory,
            Home = Path.GetFullPath(environment.GetValueOrDefault("GAUNTLET_HOME") is { Length: > 0 } home ? home : ".gauntlet", directory),
            Environment = environment,
        };
    }

    private static int WidthOfTerminal()
    {
        if (Console.IsOutputRedirected && Console.IsErrorRedirected) return 80;
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : 80;
        }
        catch (Exception unknown) when (unknown is IOException or PlatformNotSupportedException)
        {
            return 80;
        }
    }
}
