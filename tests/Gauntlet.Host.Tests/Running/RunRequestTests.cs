using Gauntlet.Contracts.Pipeline;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Running;

namespace Gauntlet.Host.Tests.Running;

public class RunRequestTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 1, 15, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("sma-cross", "synthetic:trend", "sma-cross-trend-s1-20261121t011500z")]
    [InlineData("rsi-reversion", "/data/hourly/SPY (1h).csv", "rsi-reversion-spy-1h-s1-20261121t011500z")]
    public void Name_Default_TellsStrategyMarketSeedAndTime(string strategy, string market, string name) =>
        RunRequests.Name(new PipelineRequest { Strategy = strategy, Market = market }, Now).ShouldBe(name);

    [Fact]
    public void Name_LongFile_StaysWithinAHundredLetters() =>
        ("dry-" + RunRequests.Name(new PipelineRequest { Market = new string('x', 300) + ".csv" }, Now)).Length.ShouldBe(100);

    [Fact]
    public void Of_OptionsOverSettingsOverDefaults()
    {
        using var folder = new TemporaryFolder();
        folder.Write("gauntlet.json", """{ "run": { "trials": 30, "seed": 9 } }""");

        var request = RunRequests.Of(new RunOptions { Seed = 4 }, Around(folder));

        (request.Trials, request.Seed, request.Sampler).ShouldBe((30, 4, "auto"));
    }

    [Fact]
    public void Of_DryRun_MarksTheName()
    {
        using var folder = new TemporaryFolder();

        RunRequests.Of(new RunOptions { Study = "mine", DryRun = true }, Around(folder)).Study.ShouldBe("dry-mine");
    }

    [Fact]
    public void Of_MarketFile_IsMeantRelativeToTheCall()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("bars.csv", "anything");

        RunRequests.Of(new RunOptions { Market = "bars.csv" }, Around(folder)).Market.ShouldBe(path);
    }

    private static Invocation Around(TemporaryFolder folder) => new(
        new() { Output = TextWriter.Null, Error = TextWriter.Null, Directory = folder.Path, Home = folder.Path, Environment = new Dictionary<string, string>() }, new());
}
