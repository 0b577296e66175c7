using System.Reflection;

namespace Gauntlet.Conformance.Tests.Api;

/// <summary>Where a member of ours differs from the official one of the same id.</summary>
internal static class ApiDifference
{
    // What reflection cannot see, or what another member's line says as well.
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal) { "override", "new", "implicit", "primary", "positional", "finalizer", "sealed" };

    /// <summary>One line a difference; nothing where all facts agree.</summary>
    public static IEnumerable<string> Of(OfficialMember official, MemberInfo ours)
    {
        var actual = MemberFacts.Of(ours).ToHashSet(StringComparer.Ordinal);
        var expected = official.Facts.Where(fact => fact.Length > 0 && !Unseen.Contains(fact) && !IsUnseen(fact)).ToList();
        foreach (var fact in expected.Where(fact => !actual.Contains(fact))) yield return $"{official.Id}: not {fact}";
        foreach (var fact in actual.Except(expected, StringComparer.Ordinal).Order(StringComparer.Ordinal)) yield return $"{official.Id}: has {fact}";
        if (ours is not Type type || official.Fact("interfaces") is not { } interfaces) yield break;
        var implemented = type.GetInterfaces().Select(DocumentationId.Reference).ToHashSet(StringComparer.Ordinal);
        foreach (var name in interfaces.Split(" | ").Where(name => !implemented.Contains(name))) yield return $"{official.Id}: does not implement {name}";
    }

    private static bool IsUnseen(string fact) =>
        fact.StartsWith("primary=", StringComparison.Ordinal) || fact.StartsWith("interfaces=", StringComparison.Ordinal);
}
