using System.CommandLine;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>Stored evidence of a study or one of its candidates.</summary>
internal sealed class ShowVerb : Verb<ShowOptions>
{
    private readonly Argument<string> _subject = Subject.Argument();
    private readonly Option<string?> _report;
    private readonly Option<bool> _json;

    public ShowVerb(VerbContext context)
        : base(context, "show", "Stored evidence: gate scorecards, scenarios, paper days, decisions.")
    {
        Add(_subject);
        _report = With(Values.Text("--report", "FILE.html", "Writes the study with its candidates, or the one candidate's scorecard, as one HTML page."));
        _json = WithJson();
    }

    protected override ShowOptions Read(ParseResult parsed)
    {
        var (study, trial) = Subject.Read(parsed.GetRequiredValue(_subject));
        return new(study, trial, parsed.GetValue(_report), parsed.GetValue(_json));
    }
}

/// <summary>Options of <c>show</c>; a null trial means the whole study.</summary>
internal sealed record ShowOptions(string Study, int? Trial, string? Report, bool Json);
