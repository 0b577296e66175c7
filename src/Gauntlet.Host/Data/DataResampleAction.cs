using Gauntlet.Domain.Markets;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Terminal;
using Gauntlet.Reporting;

namespace Gauntlet.Host.Data;

/// <summary>Writes longer bars made of those of a file.</summary>
internal static class DataResampleAction
{
    public static async Task<int> ExecuteAsync(DataResampleOptions options, Invocation invocation, CancellationToken interrupted)
    {
        var bars = BarFile.AsRead(options.File, invocation);
        var longer = BarResampling.To(bars, options.Length);
        var name = await BarFile.WriteAsync(longer, options.Output, options.File, options.Interval, invocation, interrupted);
        invocation.Screen.WriteLine(new Cell("✓ written", Ink.Pass), $"   {name}: {Numbers.Count(longer.Count)} bars of {Times.Of(longer.Interval)} made of {Numbers.Count(bars.Count)}");
        return ExitCodes.Done;
    }
}
