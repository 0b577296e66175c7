using System.CommandLine;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>Judges stored evidence by another policy.</summary>
internal sealed class JudgeVerb : Verb<JudgeOptions>
{
    private readonly Argument<string> _subject = Subject.Argument();
    private readonly Option<string?> _policy;
    private readonly Option<bool> _json;

    public JudgeVerb(VerbContext context)
        : base(context, "judge", "Judges stored evidence by another policy without running anything again, and says what changes. Stores nothing.")
    {
        Add(_subject);
        _policy = With(Values.Text("--policy", "NAME|FILE", "A built-in policy as classic@1, or one's own as a JSON file. Required."));
        _policy.Required = true;
        _json = WithJson();
    }

    protected override JudgeOptions Read(ParseResult parsed)
    {
        var (study, trial) = Subject.Read(parsed.GetRequiredValue(_subject));
        return new(study, trial, parsed.GetRequiredValue(_policy)!, parsed.GetValue(_json));
    }
}

/// <summary>Options of <c>judge</c>; a null trial means the whole study.</summary>
internal sealed record JudgeOptions(string Study, int? Trial, string Policy, bool Json);
