using Gauntlet.Host.CommandLine;
using Gauntlet.Host.Composition;

namespace Gauntlet.Host.Tests.EndToEnd;

public class DataCheckTests
{
    private const string Head = "timestamp,open,high,low,close,volume\n";

    [Fact]
    public async Task Check_SoundBars_AreGood()
    {
        var (code, output) = await CheckAsync(Head + string.Concat(Enumerable.Range(1, 9).Select(day => $"2024-01-0{day}T00:00:00Z,10,11,9,{10 + (day % 2)},5\n")));

        code.ShouldBe(ExitCodes.Done);
        output.ShouldStartWith("✓ good   bars.csv: 9 rows, 2024-01-01 00:00 UTC to 2024-01-09 00:00 UTC, a bar every 1 d");
    }

    [Fact]
    public async Task Check_BrokenBars_AreRefusedWithLineValueAndRemedy()
    {
        var (code, output) = await CheckAsync(Head + "2024-01-01T00:00:00Z,10,11,9,10,5\n2024-01-02T00:00:00Z,10,8,9,10,5\n2024-01-03T00:00:00Z,10,11,9,NaN,5\n");

        code.ShouldBe(ExitCodes.BadInput);
        output.ShouldStartWith("✕ refused   bars.csv");
        output.ShouldContain("✕ high-below-low   line 3");
        output.ShouldContain("line 4");
    }

    // Two for one on 2024-01-09: refused, adjusted by what was found, then usable, to the cent.
    [Fact]
    public async Task Adjust_UnadjustedSplit_MakesTheFileUsable()
    {
        using var folder = new TemporaryFolder();
        folder.Write("bars.csv", WithSplit);
        (await CallAsync(folder, "data", "check", "bars.csv")).Output.ShouldContain("unadjusted-split");

        var (code, output) = await CallAsync(folder, "data", "adjust", "bars.csv");
        code.ShouldBe(ExitCodes.Done);
        output.ShouldStartWith("✓ written   bars.adjusted.csv: 16 bars");
        output.ShouldContain("2024-01-09 2-for-1 split");
        File.ReadLines(Path.Combine(folder.Path, "bars.adjusted.csv")).ElementAt(1).ShouldBe("2024-01-01T00:00:00Z,50,51,49,50,10");
        (await CallAsync(folder, "data", "check", "bars.adjusted.csv")).Code.ShouldBe(ExitCodes.Done);
        (await CallAsync(folder, "data", "adjust", "bars.csv")).Code.ShouldBe(ExitCodes.BadInput);
    }

    [Theory]
    [InlineData("2024-01-09,split,2")]
    [InlineData("2024-01-09,real,")]
    public async Task Check_WithActions_ExplainsTheJump(string action)
    {
        using var folder = new TemporaryFolder();
        folder.Write("bars.csv", WithSplit);
        folder.Write("actions.csv", $"date,kind,value\n{action}\n");
        (await CallAsync(folder, "data", "check", "bars.csv", "--actions", "actions.csv")).Code.ShouldBe(ExitCodes.Done);
    }

    [Fact]
    public async Task Resample_ToTwoDays_WritesLongerBars()
    {
        using var folder = new TemporaryFolder();
        folder.Write("bars.csv", WithSplit);
        var (code, output) = await CallAsync(folder, "data", "resample", "bars.csv", "--interval", "2d");
        code.ShouldBe(ExitCodes.Done);
        output.ShouldStartWith("✓ written   bars.2d.csv: 8 bars of 2 d made of 16");
        (await CallAsync(folder, "data", "resample", "bars.csv", "--interval", "two")).Code.ShouldBe(ExitCodes.BadInput);
        (await CallAsync(folder, "data", "resample", "bars.csv", "--interval", "1h")).Code.ShouldBe(ExitCodes.BadInput);
    }

    // The first of January 2024 was a holiday, and the sixth and seventh a weekend.
    [Fact]
    public async Task Check_WithCalendar_FindsBarsOutsideOfSessions()
    {
        using var folder = new TemporaryFolder();
        folder.Write("bars.csv", WithSplit);
        (await CallAsync(folder, "data", "check", "bars.csv", "--calendar", "us-equities")).Output.ShouldContain("2024-01-06");
        (await CallAsync(folder, "data", "check", "bars.csv", "--calendar", "us-stocks")).Code.ShouldBe(ExitCodes.BadInput);
    }

    private static string WithSplit => Head + string.Concat(Enumerable.Range(1, 16).Select(day => day < 9 ? $"2024-01-{day:00}T00:00:00Z,100,102,98,100,5\n" : $"2024-01-{day:00}T00:00:00Z,50,51,49,50,10\n"));

    private static async Task<(int Code, string Output)> CheckAsync(string bars)
    {
        using var folder = new TemporaryFolder();
        folder.Write("bars.csv", bars);
        return await CallAsync(folder, "data", "check", "bars.csv");
    }

    private static async Task<(int Code, string Output)> CallAsync(TemporaryFolder folder, params string[] arguments)
    {
        using var output = new StringWriter();
        var surroundings = new Surroundings { Output = output, Error = TextWriter.Null, Directory = folder.Path, Home = folder.Path, Environment = new Dictionary<string, string>() };
        return (await Entry.RunAsync(arguments, surroundings, Actions.All(), CancellationToken.None), output.ToString());
    }
}
