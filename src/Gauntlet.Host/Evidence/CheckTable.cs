using Gauntlet.Contracts.Verdicts;
using Gauntlet.Host.Terminal;
using Gauntlet.Reporting;

namespace Gauntlet.Host.Evidence;

/// <summary>A gate's checks as a table: value, limit, margin, interval, and a bar where the terminal is wide enough for one.</summary>
internal static class CheckTable
{
    private const int WidthWithBar = 108, BarWidth = 23;

    /// <summary>The checks, failed ones first.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static TextTable Of(GateVerdict gate, int width)
    {
        var barred = width >= WidthWithBar;
        string[] heads = ["", "check", "value", "limit", "margin", "interval 95 %"];
        var table = new TextTable(barred ? [.. heads, "│ limit, ● value, ▒ accepted"] : heads);
        foreach (var check in gate.Checks.OrderBy(check => check.Passed)) table.Add(barred ? [.. Row(check), CheckBar.Of(check, BarWidth)] : Row(check));
        return table;
    }

    private static Cell[] Row(CheckResult check)
    {
        var ink = check.Passed ? Ink.Pass : Ink.Fail;
        return
        [
            new(check.Passed ? "✓" : "✕", ink),
            UnitText.Name(check),
            Cell.Number(UnitText.Of(check.Value, check.Unit)),
            Cell.Number(UnitText.Limit(check)),
            Cell.Number(UnitText.Of(check.Margin, check.Unit, signed: true), ink),
            check.Value is null ? check.Because : Interval(check),
        ];
    }

    private static string Interval(CheckResult check)
    {
        if (check.Interval is not { } interval) return string.Empty;
        var ends = $"{UnitText.Of(interval.Low, check.Unit)} … {UnitText.Of(interval.High, check.Unit)}";
        return interval.Level.Equals(0.95) ? ends : $"{ends} ({Numbers.Count(interval.Level * 100)} %)";
    }
}
