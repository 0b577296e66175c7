using System.Xml.Linq;

namespace Gauntlet.Conformance.Tests.Api;

/// <summary>What is written against the SDK uses nothing that the official package lacks, so that <c>-p:TemporalSdk=official</c> compiles it too.</summary>
public sealed class SwitchTests
{
    private static readonly string Root = FindRoot();
    private static readonly HashSet<string> Official = [.. OfficialApi.Read().Select(member => member.Id)];

    /// <summary>Projects that get the chosen SDK, by their folder.</summary>
    public static TheoryData<string> Projects => [.. Directory.EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories)
        .Where(file => Value(file, "UsesTemporal") == "true")
        .Select(file => Path.GetRelativePath(Root, file))
        .Order(StringComparer.Ordinal)];

    [SkippableTheory]
    [MemberData(nameof(Projects))]
    public void Project_UsedMembersOfTheSdk_AreOfficial(string project)
    {
        using var switched = new SwitchedAssembly(Built(project));

        switched.Used().Where(member => !ManagedApi.IsCompilerMade(member) && !ManagedApi.IsOverride(member))
            .Select(DocumentationId.Of).Where(id => !Official.Contains(id)).ShouldBeEmpty();
    }

    [SkippableFact]
    public void Used_OfWorkflows_NamesWhatTheyCall()
    {
        using var workflows = new SwitchedAssembly(Built("workflows/Gauntlet.Workflows.csproj"));

        var ids = workflows.Used().Select(DocumentationId.Of).ToList();

        ids.ShouldContain("T:Temporalio.Workflows.WorkflowAttribute");
        ids.ShouldContain("P:Temporalio.Workflows.Workflow.Info");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Sources_OfAProject_DoNotKnowWhichSdkItIs(string project)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Root, project))!;

        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file) is var text && (text.Contains("TemporalSdk", StringComparison.Ordinal) || text.Contains("TEMPORAL_SDK", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    // The whole solution is built before its tests run; this project alone does not need the rest.
    private static string Built(string project)
    {
        var file = Path.Combine(Root, project);
        var name = Value(file, "AssemblyName") ?? Path.GetFileNameWithoutExtension(file);
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var path = Path.Combine(Path.GetDirectoryName(file)!, "bin", configuration, "net10.0", $"{name}.dll");
        Skip.IfNot(File.Exists(path), $"{project} is not built in {configuration}");
        return path;
    }

    private static string? Value(string project, string property) => XDocument.Load(project).Descendants(property).FirstOrDefault()?.Value;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Workflows.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
