namespace Gauntlet.Conformance.Tests.Api;

/// <summary>The checked-in list of what the official packages make public.</summary>
internal static class OfficialApi
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Api");

    /// <summary>All types and members, in the order of the list.</summary>
    public static IReadOnlyList<OfficialMember> Read()
    {
        var lines = Lines("official.txt").Select(line => line.Split('\t')).ToList();
        var apart = lines.Where(fields => fields[0][0] == 'T' && IsMarkedApart(fields)).Select(fields => fields[0]).ToHashSet(StringComparer.Ordinal);
        return [.. lines.Select(fields => new OfficialMember(fields[0], [.. Facts(fields)], ShareOf(fields, apart)))];
    }

    /// <summary>Ids of the list that have no counterpart here yet.</summary>
    public static IReadOnlyList<string> ReadMissing() => [.. Lines("missing.txt")];

    // An enum's values in any order.
    private static IEnumerable<string> Facts(string[] fields) => (fields.Length > 1 ? fields[1].Split("; ") : []).SelectMany(fact =>
        fact.StartsWith("members=", StringComparison.Ordinal) ? fact["members=".Length..].Split(" | ").Select(member => "member=" + member) : [fact]);

    private static ApiShare ShareOf(string[] fields, HashSet<string> apart)
    {
        if (Standing(fields).Contains("essential", StringComparison.Ordinal)) return ApiShare.Essential;
        return IsMarkedApart(fields) || Outer(OfficialMember.TypeIdOf(fields[0])).Any(apart.Contains) ? ApiShare.Apart : ApiShare.Rest;
    }

    private static bool IsMarkedApart(string[] fields) =>
        Standing(fields).Length > 0 && !Standing(fields).Contains("essential", StringComparison.Ordinal) ||
        fields[0].Contains("Nexus", StringComparison.Ordinal) || fields[0].Contains("Cloud", StringComparison.Ordinal);

    // The members of a type that stands apart stand apart with it, nested types included.
    private static IEnumerable<string> Outer(string typeId)
    {
        for (var end = typeId.Length; end > 0; end = typeId.LastIndexOf('.', end - 1)) yield return typeId[..end];
    }

    private static string Standing(string[] fields) => fields.Length > 2 ? fields[2] : string.Empty;

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Where(line => line.Length > 0 && line[0] != '#');
}
