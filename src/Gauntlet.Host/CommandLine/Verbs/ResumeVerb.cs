using System.CommandLine;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>End of an emergency stop.</summary>
internal sealed class ResumeVerb : Verb<ResumeOptions>
{
    private readonly Option<string?> _reason;
    private readonly Option<bool> _json;

    public ResumeVerb(VerbContext context)
        : base(context, "resume", "Ends an emergency stop: what was stopped goes on where it was.")
    {
        _reason = With(Reasons.Option("Why it is safe to go on."));
        _json = WithJson();
    }

    protected override ResumeOptions Read(ParseResult parsed) =>
        new(Reasons.Required(parsed.GetValue(_reason), "resume"), parsed.GetValue(_json));
}

/// <summary>Options of <c>resume</c>.</summary>
internal sealed record ResumeOptions(string Reason, bool Json);
