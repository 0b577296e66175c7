using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Gauntlet.Architecture.Tests;

public class ImportRuleTests
{
    public static TheoryData<string> Assemblies => [.. ImportRules.Ours.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Assembly_ReferencesOfOurs_AreAllowed(string assembly)
    {
        var referenced = References(assembly).Where(ImportRules.Ours.ContainsKey).Order(StringComparer.Ordinal);

        referenced.Except(ImportRules.Ours[assembly], StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Assembly_Packages_KeepOutOfItsRoom(string assembly)
    {
        if (!ImportRules.Packages.TryGetValue(assembly, out var forbidden)) return;

        References(assembly).Where(name => forbidden.Any(prefix => name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    // What the base library itself holds is judged by type: the reference to its assembly says nothing.
    [Fact]
    public void Workflows_TypesThatTouchTheWorld_AreNotUsed()
    {
        string[] forbidden =
        [
            "System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.Random", "System.Environment", "System.Console",
            "System.Threading.Thread", "System.Threading.Timer", "System.Threading.SemaphoreSlim", "System.Diagnostics.Stopwatch", "System.TimeProvider",
        ];

        UsedTypes("Gauntlet.Workflows").Intersect(forbidden, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Domain_TypesThatTouchTheWorld_AreNotUsed()
    {
        string[] forbidden = ["System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.Environment", "System.Console", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch"];

        UsedTypes("Gauntlet.Domain").Intersect(forbidden, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Rules_EveryProductAssembly_HasOne()
    {
        var built = Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => name is "gauntlet" || name.StartsWith("Gauntlet.", StringComparison.Ordinal) || name.StartsWith("Temporalio", StringComparison.Ordinal))
            .Where(name => !name.EndsWith(".Tests", StringComparison.Ordinal));

        built.Except(ImportRules.Ours.Keys, StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static IEnumerable<string> References(string assembly) => Assembly.Load(assembly).GetReferencedAssemblies().Select(name => name.Name!);

    // Types whose members are called. What the compiler itself calls in every iterator, to know who enumerates, is not ours.
    private static IEnumerable<string> UsedTypes(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Assembly.Load(assembly).Location));
        var metadata = file.GetMetadataReader();
        var used = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var member in metadata.MemberReferences.Select(metadata.GetMemberReference))
        {
            if (member.Parent.Kind is not HandleKind.TypeReference) continue;
            var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
            var name = $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
            if (name is "System.Environment" && metadata.GetString(member.Name) is "get_CurrentManagedThreadId") continue;
            used.Add(name);
        }

        return used;
    }
}
