namespace Gauntlet.Conformance.Tests.Api;

/// <summary>A type or member of the official packages.</summary>
/// <param name="Id">Documentation id.</param>
/// <param name="Facts">What can be said of it, each fact alone or as <c>name=value</c>.</param>
/// <param name="Share">Which part of the surface it belongs to.</param>
internal sealed record OfficialMember(string Id, IReadOnlyList<string> Facts, ApiShare Share)
{
    /// <summary>Documentation id of the type that declares it, or its own where it is one.</summary>
    public string TypeId => TypeIdOf(Id);

    /// <summary>The value of a fact, or null where nothing is said.</summary>
    public string? Fact(string name) =>
        Facts.FirstOrDefault(fact => fact.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];

    internal static string TypeIdOf(string id)
    {
        if (id[0] == 'T') return id;
        var name = id[2..].Split('(')[0];
        return "T:" + name[..name.LastIndexOf('.')];
    }
}
