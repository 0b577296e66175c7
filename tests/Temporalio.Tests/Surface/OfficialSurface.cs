using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Surface;

/// <summary>What the official package's public surface is, where the list lies beside the repository.</summary>
internal static class OfficialSurface
{
    private static readonly string Folder = Path.Combine(RealServer.Folder, "..", "reference");

    public static bool Exists => File.Exists(Path.Combine(Folder, "temporal-api.txt"));

    /// <summary>Facts by documentation id.</summary>
    public static Dictionary<string, string[]> Read() => Lines("temporal-api.txt")
        .ToDictionary(fields => fields[0], fields => fields[1].Split("; "), StringComparer.Ordinal);

    /// <summary>Ids that an ordinary application needs.</summary>
    public static List<string> ReadEssential() =>
        [.. Lines("temporal-api-essential.txt").Where(fields => fields[1] == "E").Select(fields => fields[0])];

    private static IEnumerable<string[]> Lines(string file) => File.ReadLines(Path.Combine(Folder, file))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'));
}
