using System.CommandLine;
using System.Globalization;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>Stored evidence of a study or one of its candidates.</summary>
internal sealed class ShowVerb : Verb<ShowOptions>
{
    private readonly Argument<string> _subject = new("STUDY[/TRIAL]") { Description = "A study by name, or one of its candidates as NAME/37." };
    private readonly Option<string?> _report;
    private readonly Option<bool> _json;

    public ShowVerb(VerbContext context)
        : base(context, "show", "Stored evidence: gate scorecards, scenarios, paper days, decisions.")
    {
        Add(_subject);
        _report = With(Values.Text("--report", "FILE.html", "Writes the study and its candidates as one HTML page."));
        _json = WithJson();
    }

    protected override ShowOptions Read(ParseResult parsed)
    {
        var subject = parsed.GetRequiredValue(_subject);
        var slash = subject.LastIndexOf('/');
        if (slash < 0) return new(subject, null, parsed.GetValue(_report), parsed.GetValue(_json));

        var trial = subject[(slash + 1)..];
        return int.TryParse(trial, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(subject[..slash], number, parsed.GetValue(_report), parsed.GetValue(_json))
            : throw CommandException.BadInput($"STUDY/TRIAL is '{subject}', whose trial '{trial}' is no number. Give it as '{subject[..slash]}/37'.");
    }
}

/// <summary>Options of <c>show</c>; a null trial means the whole study.</summary>
internal sealed record ShowOptions(string Study, int? Trial, string? Report, bool Json);
