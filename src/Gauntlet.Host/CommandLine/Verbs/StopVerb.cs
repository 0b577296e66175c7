using System.CommandLine;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>Emergency stop.</summary>
internal sealed class StopVerb : Verb<StopOptions>
{
    private readonly Option<string?> _reason;
    private readonly Option<bool> _flatten, _json;

    public StopVerb(VerbContext context)
        : base(context, "stop", "Emergency stop: everything stops at once, and nothing starts until 'resume'.")
    {
        _reason = With(Reasons.Option("Why; shown wherever the stop is seen."));
        _flatten = With(new Option<bool>("--flatten") { Description = "Closes open positions as well." });
        _json = WithJson();
    }

    protected override StopOptions Read(ParseResult parsed) =>
        new(Reasons.Required(parsed.GetValue(_reason), "stop"), parsed.GetValue(_flatten), parsed.GetValue(_json));
}

/// <summary>Options of <c>stop</c>.</summary>
internal sealed record StopOptions(string Reason, bool Flatten, bool Json);
