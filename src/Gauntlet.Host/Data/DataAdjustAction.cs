using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Markets.Corporate;
using Gauntlet.Domain.Markets.Quality;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Terminal;
using Gauntlet.Reporting;

namespace Gauntlet.Host.Data;

/// <summary>Writes the bars of a file with comparable prices.</summary>
internal static class DataAdjustAction
{
    public static async Task<int> ExecuteAsync(DataAdjustOptions options, Invocation invocation, CancellationToken interrupted)
    {
        var bars = BarFile.AsRead(options.File, invocation);
        var actions = options.Actions is null ? Found(bars, options.File) : BarFile.Actions(options.Actions, invocation);
        var acting = actions.Items.Where(action => action is not RealMove && ActsOn(action, bars)).ToList();
        var name = await BarFile.WriteAsync(actions.Apply(bars).Bars, options.Output, options.File, "adjusted", invocation, interrupted);
        invocation.Screen.WriteLine(new Cell("✓ written", Ink.Pass), $"   {name}: {Numbers.Count(bars.Count)} bars, prices before these days adjusted");
        foreach (var action in acting) invocation.Screen.WriteWrapped(Words(action));
        if (acting.Count == 0) invocation.Screen.WriteWrapped($"none: no action of {options.Actions} is within the bars");
        return ExitCodes.Done;
    }

    private static CorporateActions Found(BarSeries bars, string file)
    {
        var splits = SplitDetection.Find(bars);
        return splits.Count > 0 ? new(splits) : throw CommandException.BadInput($"FILE is '{file}', which shows no split. Give the splits and dividends with --actions FILE.");
    }

    private static bool ActsOn(CorporateAction action, BarSeries bars) =>
        action.Date > DateOnly.FromDateTime(bars.Times[0]) && action.Date <= DateOnly.FromDateTime(bars.Times[^1]);

    private static string Words(CorporateAction action) => action switch
    {
        Split { Ratio: >= 1 } split => $"{split.Date:yyyy-MM-dd} {split.Ratio}-for-1 split",
        Split split => $"{split.Date:yyyy-MM-dd} 1-for-{Math.Round(1 / split.Ratio, 4)} reverse split",
        Dividend dividend => $"{dividend.Date:yyyy-MM-dd} dividend of {dividend.Amount}",
        _ => $"{action.Date:yyyy-MM-dd}",
    };
}
