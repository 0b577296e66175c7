using Gauntlet.Host.CommandLine;
using Gauntlet.Host.Composition;

namespace Gauntlet.Host.Tests.Composition;

public class LogFileTests
{
    [Fact]
    public void Log_EndlessErrors_KeepsTheNewestAndNotTheDisk()
    {
        using var folder = new TemporaryFolder();
        var surroundings = new Surroundings { Output = TextWriter.Null, Error = TextWriter.Null, Directory = folder.Path, Home = folder.Path, Environment = new Dictionary<string, string>(StringComparer.Ordinal) };
        using (var log = new LogFile(surroundings, maximumBytes: 10_000))
        {
            for (var i = 0; i < 5_000; i++) log.Logger.Error("The exchange answered {Code} to request {Number}", 503, i);
        }

        var files = Directory.GetFiles(Path.Combine(folder.Path, "logs"));
        files.Sum(file => new FileInfo(file).Length).ShouldBeLessThan(100_000);
        files.Select(File.ReadAllText).ShouldContain(text => text.Contains("request 4999", StringComparison.Ordinal));
    }
}
