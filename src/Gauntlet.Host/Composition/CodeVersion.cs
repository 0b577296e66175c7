using System.Reflection;

namespace Gauntlet.Host.Composition;

/// <summary>Version of the code that runs, as evidence carries it.</summary>
internal static class CodeVersion
{
    /// <summary>The product's version.</summary>
    public static string Current { get; } =
        typeof(CodeVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
