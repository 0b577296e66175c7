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

    private static async Task<(int Code, string Output)> CheckAsync(string bars)
    {
        using var folder = new TemporaryFolder();
        folder.Write("bars.csv", bars);
        using var output = new StringWriter();
        var surroundings = new Surroundings { Output = output, Error = TextWriter.Null, Directory = folder.Path, Home = folder.Path, Environment = new Dictionary<string, string>() };
        return (await Entry.RunAsync(["data", "check", "bars.csv"], surroundings, Actions.All(), CancellationToken.None), output.ToString());
    }
}
