using Gauntlet.Host.CommandLine;

namespace Gauntlet.Host.Composition;

/// <summary>The actions behind the verbs.</summary>
internal static class Actions
{
    /// <summary>All of them.</summary>
    public static VerbActions All() => new();
}
