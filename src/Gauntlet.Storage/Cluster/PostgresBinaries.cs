using System.Globalization;
using System.Text.RegularExpressions;

namespace Gauntlet.Storage.Cluster;

/// <summary>The installed PostgreSQL server programs.</summary>
/// <param name="Directory">Where they are.</param>
public sealed partial record PostgresBinaries(string Directory)
{
    /// <summary>Environment variable that names the directory of the programs.</summary>
    public const string Variable = "GAUNTLET_POSTGRES_BIN";

    private const int OldestVersion = 15;

    private const string Remedy =
        "Install PostgreSQL 15 or newer (Debian: apt-get install postgresql; macOS: brew install postgresql@17), name the directory of its programs in "
        + Variable + ", or point GAUNTLET_DATABASE to a running server.";

    private static readonly string[] Programs = ["postgres", "initdb", "pg_ctl"];

    /// <summary>Full path of a program.</summary>
    /// <param name="program">Its name.</param>
    public string PathOf(string program) => Path.Combine(Directory, program);

    /// <summary>Finds the programs of PostgreSQL 15 or newer.</summary>
    /// <param name="directory">Where to look, and nowhere else; null looks in <see cref="Variable"/>, or else everywhere.</param>
    /// <exception cref="ClusterException">There are none.</exception>
    public static PostgresBinaries Find(string? directory = null)
    {
        if ((directory ?? Environment.GetEnvironmentVariable(Variable)) is { Length: > 0 } named)
        {
            return Usable(named) ? new(Path.GetFullPath(named)) : throw new ClusterException($"{Variable}: {named} does not hold postgres, initdb and pg_ctl of version {OldestVersion} or newer. {Remedy}");
        }

        return Places().FirstOrDefault(Usable) is { } found ? new(found) : throw new ClusterException($"The PostgreSQL server programs are not installed. {Remedy}");
    }

    private static IEnumerable<string> Places() =>
        [.. OnPath(), .. Versions("/usr/lib/postgresql", "*", "bin"), .. Versions("/opt/homebrew/opt", "postgresql*", "bin"), .. Versions("/usr/local/opt", "postgresql*", "bin")];

    // A program on the path is often a link; its own directory has the others and finds its data files.
    private static IEnumerable<string> OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(place => new FileInfo(Path.Combine(place, "postgres")))
        .Where(file => file.Exists)
        .Select(file => (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).DirectoryName!);

    private static IEnumerable<string> Versions(string root, string pattern, string below) => !System.IO.Directory.Exists(root)
        ? []
        : System.IO.Directory.EnumerateDirectories(root, pattern)
            .OrderByDescending(place => int.TryParse(Number().Match(Path.GetFileName(place)).Value, CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(place => Path.Combine(place, below));

    private static bool Usable(string directory) =>
        Programs.All(program => File.Exists(Path.Combine(directory, program)))
        && int.TryParse(Number().Match(Command.Run(Path.Combine(directory, "postgres"), "--version").Output).Value, CultureInfo.InvariantCulture, out var version)
        && version >= OldestVersion;

    [GeneratedRegex("[0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
