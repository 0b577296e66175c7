namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>What was seen on Temporal's own server: name, tab, outcome.</summary>
internal static class ExpectedBehaviours
{
    private static readonly Dictionary<string, string> All = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Behaviours", "expected.txt"))
        .Select(line => line.Split('\t')).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    /// <summary>Names in the list.</summary>
    public static IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>The outcome of a behaviour.</summary>
    public static string Of(string name) => All.TryGetValue(name, out var outcome) ? outcome : "(not in the list)";
}
