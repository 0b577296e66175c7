using System.Text.RegularExpressions;

namespace Gauntlet.Architecture.Tests;

public partial class SourceRuleTests
{
    private const int LongestFile = 500;
    private const int MedianFile = 80;

    [Fact]
    public void Files_Lines_StayUnderTheCap() =>
        Lengths().Where(file => file.Lines > LongestFile).Select(file => $"{file.Path}: {file.Lines} lines").ShouldBeEmpty();

    [Fact]
    public void Files_MedianLength_StaysSmall()
    {
        var lengths = Lengths().Select(file => file.Lines).Order().ToList();

        lengths[lengths.Count / 2].ShouldBeLessThanOrEqualTo(MedianFile);
    }

    [Fact]
    public void Files_UnfinishedWork_IsAbsent() =>
        Matches(Unfinished(), path => path != Path.Combine("tests", "Architecture", "SourceRuleTests.cs")).ShouldBeEmpty();

    // Benchmarks and proofs measure real processes in real time. Two files hold workflows that wait on the machine's clock, to be refused for it.
    [Fact]
    public void Tests_RealWaiting_IsAbsent() =>
        Matches(Waiting(), path => path.StartsWith("tests", StringComparison.Ordinal)
            && path.Split(Path.DirectorySeparatorChar)[1] is not ("Architecture" or "Benchmarks" or "Proofs")
            && Path.GetFileName(path) is not ("RefusalBehaviours.cs" or "BrokenWorkflows.workflow.cs")).ShouldBeEmpty();

    [Fact]
    public void Workflows_Files_CarryTheirSuffix() =>
        Repository.Sources()
            .Where(path => path.StartsWith("workflows", StringComparison.Ordinal) && !path.EndsWith(".workflow.cs", StringComparison.Ordinal))
            .Where(path => File.ReadAllText(Path.Combine(Repository.Root, path)).Contains("[WorkflowRun]", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b|NotImplementedException|catch( \(Exception[^)]*\))?\s*\{\s*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Unfinished();

    // A delay that takes a clock waits on virtual time.
    [GeneratedRegex(@"Thread\.Sleep\(|Task\.Delay\((?![^\n]*[cC]lock)", RegexOptions.CultureInvariant)]
    private static partial Regex Waiting();

    private static IEnumerable<(string Path, int Lines)> Lengths() =>
        Repository.Sources().Select(path => (path, File.ReadLines(System.IO.Path.Combine(Repository.Root, path)).Count()));

    private static IEnumerable<string> Matches(Regex pattern, Func<string, bool> included) =>
        Repository.Sources().Where(included).SelectMany(path =>
            pattern.Matches(File.ReadAllText(Path.Combine(Repository.Root, path))).Select(match => $"{path}: {match.Value}"));
}
