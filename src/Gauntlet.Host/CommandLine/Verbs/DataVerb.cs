using System.CommandLine;
using System.Globalization;
using Gauntlet.Domain.Markets.Sessions;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>Everything about bar files: what is wrong with them, prices made comparable, longer bars.</summary>
internal sealed class DataVerb : Command
{
    public DataVerb(VerbContext context)
        : base("data", "Bar files.")
    {
        Add(new DataCheckVerb(context));
        Add(new DataAdjustVerb(context));
        Add(new DataResampleVerb(context));
    }

    /// <summary>The option <c>--actions</c>, the same for both.</summary>
    public static Option<string?> ActionsOption(string rest) =>
        Values.Text("--actions", "FILE", $"CSV file of splits, dividends and moves known to be real: date,kind,value, such as 2014-06-09,split,7. {rest}");
}

/// <summary>What is wrong with bar files.</summary>
internal sealed class DataCheckVerb : Verb<DataCheckOptions>
{
    private readonly Argument<string[]> _files = new("FILE") { Description = "CSV files of bars.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _actions, _calendar;
    private readonly Option<bool> _json;

    public DataCheckVerb(VerbContext context)
        : base(context, "check", "What is wrong with bar files. Exit code 2 when one of them cannot be used.")
    {
        Add(_files);
        _actions = With(DataVerb.ActionsOption("The bars are checked after them. Default: none."));
        _calendar = With(Values.Choice("--calendar", [.. MarketSchedule.All.Select(schedule => schedule.Name)], "When the market is open: finds every session without a bar, and every bar outside of one. Default: read off the bars."));
        _json = WithJson();
    }

    protected override DataCheckOptions Read(ParseResult parsed) =>
        new(parsed.GetRequiredValue(_files), parsed.GetValue(_actions), parsed.GetValue(_calendar), parsed.GetValue(_json));
}

/// <summary>Options of <c>data check</c>.</summary>
internal sealed record DataCheckOptions(IReadOnlyList<string> Files, string? Actions, string? Calendar, bool Json);

/// <summary>Makes the prices of a bar file comparable across splits and dividends.</summary>
internal sealed class DataAdjustVerb : Verb<DataAdjustOptions>
{
    private readonly Argument<string> _file = new("FILE") { Description = "CSV file of bars." };
    private readonly Option<string?> _actions, _output;

    public DataAdjustVerb(VerbContext context)
        : base(context, "adjust", "Writes the bars of a file with the prices before every split and dividend adjusted; the newest prices stay as they are.")
    {
        Add(_file);
        _actions = With(DataVerb.ActionsOption("Default: the splits that 'data check' finds."));
        _output = With(Values.Text("--output", "FILE", "What to write; must not be there. Default: FILE with .adjusted before its ending."));
    }

    protected override DataAdjustOptions Read(ParseResult parsed) => new(parsed.GetRequiredValue(_file), parsed.GetValue(_actions), parsed.GetValue(_output));
}

/// <summary>Options of <c>data adjust</c>.</summary>
internal sealed record DataAdjustOptions(string File, string? Actions, string? Output);

/// <summary>Makes longer bars out of a file of shorter ones.</summary>
internal sealed class DataResampleVerb : Verb<DataResampleOptions>
{
    private readonly Argument<string> _file = new("FILE") { Description = "CSV file of bars." };
    private readonly Option<string?> _interval, _output;

    public DataResampleVerb(VerbContext context)
        : base(context, "resample", "Writes longer bars made of those of a file. They begin at multiples of their length from midnight UTC, weeks on Monday.")
    {
        Add(_file);
        _interval = With(Values.Text("--interval", "LENGTH", "Length of the new bars, such as 30m, 4h, 1d or 7d. Default: 1d."));
        _output = With(Values.Text("--output", "FILE", "What to write; must not be there. Default: FILE with the length before its ending."));
    }

    protected override DataResampleOptions Read(ParseResult parsed)
    {
        var text = parsed.GetValue(_interval) ?? "1d";
        return new(parsed.GetRequiredValue(_file), text, Length(text), parsed.GetValue(_output));
    }

    private static TimeSpan Length(string text)
    {
        var known = int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 10_000;
        return (known, text[^1]) switch
        {
            (true, 'm') => TimeSpan.FromMinutes(count),
            (true, 'h') => TimeSpan.FromHours(count),
            (true, 'd') => TimeSpan.FromDays(count),
            _ => throw CommandException.BadInput($"--interval is '{text}'. Give a number of minutes, hours or days, such as 30m, 4h, 1d or 7d."),
        };
    }
}

/// <summary>Options of <c>data resample</c>.</summary>
internal sealed record DataResampleOptions(string File, string Interval, TimeSpan Length, string? Output);
