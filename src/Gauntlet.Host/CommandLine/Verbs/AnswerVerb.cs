using System.CommandLine;
using Gauntlet.Contracts.Names;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>A person's word on a candidate: <c>approve</c>, <c>reject</c> or <c>retry</c>.</summary>
internal sealed class AnswerVerb : Verb<AnswerOptions>
{
    private readonly string _update;
    private readonly Argument<string> _subject = Subject.CandidateArgument();
    private readonly Option<string?> _note, _by;
    private readonly Option<bool> _json;

    private AnswerVerb(VerbContext context, string update, string description)
        : base(context, update, description)
    {
        _update = update;
        Add(_subject);
        _note = With(Values.Text("--note", "TEXT", "Why; it is stored with the decision. Required."));
        _by = With(Values.Text("--by", "NAME", "Who says so. Default: the user of the system."));
        _json = WithJson();
    }

    public static AnswerVerb Approve(VerbContext context) =>
        new(context, MessageNames.Approve, "Promotes a candidate that all gates let through, where the policy asks for a person (promotion.requiresApproval).");

    public static AnswerVerb Reject(VerbContext context) =>
        new(context, MessageNames.Reject, "Does not promote a candidate, where the policy asks for a person (promotion.requiresApproval).");

    public static AnswerVerb Retry(VerbContext context) =>
        new(context, MessageNames.Retry, "Tries the gate of a candidate again that ended faulted: an error, not a verdict.");

    protected override AnswerOptions Read(ParseResult parsed)
    {
        var (study, trial) = Subject.Read(parsed.GetRequiredValue(_subject));
        if (trial is not { } candidate) throw CommandException.BadInput($"STUDY/TRIAL is '{study}', which names no candidate. Give it as '{study}/37'; 'gauntlet status' shows which wait.");
        var note = parsed.GetValue(_note);
        if (string.IsNullOrWhiteSpace(note)) throw CommandException.BadInput($"--note is missing. Say why: gauntlet {_update} {study}/{candidate} --note \"…\".");
        return new(_update, study, candidate, parsed.GetValue(_by), note, parsed.GetValue(_json));
    }
}

/// <summary>Options of <c>approve</c>, <c>reject</c> and <c>retry</c>.</summary>
internal sealed record AnswerOptions(string Update, string Study, int Trial, string? By, string Note, bool Json);
