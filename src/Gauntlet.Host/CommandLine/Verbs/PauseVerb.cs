using System.CommandLine;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>Holds a study's new work back, or lets it go on: <c>pause</c> and <c>continue</c>.</summary>
internal sealed class PauseVerb : Verb<PauseOptions>
{
    private readonly Argument<string> _study = new("STUDY") { Description = "A study by name." };
    private readonly Option<string?> _reason;
    private readonly Option<bool> _json;
    private readonly bool _pauses;

    private PauseVerb(VerbContext context, bool pauses, string name, string description, string why)
        : base(context, name, description)
    {
        _pauses = pauses;
        Add(_study);
        _reason = With(Values.Text("--reason", "TEXT", why));
        _json = WithJson();
    }

    /// <summary>The verb <c>pause</c>.</summary>
    public static PauseVerb Pause(VerbContext context) =>
        new(context, pauses: true, "pause", "Holds a study: what is under way ends, nothing new begins until 'continue'. A pause takes no time of a budget.", "Why; shown wherever the pause is seen. Required.");

    /// <summary>The verb <c>continue</c>.</summary>
    public static PauseVerb Continue(VerbContext context) =>
        new(context, pauses: false, "continue", "Ends a pause: the study goes on where it was.", "Why. Default: none given.");

    protected override PauseOptions Read(ParseResult parsed) => new(
        parsed.GetRequiredValue(_study),
        _pauses,
        parsed.GetValue(_reason) ?? (_pauses ? throw CommandException.BadInput("--reason is missing. Say why: gauntlet pause STUDY --reason \"…\".") : "none given"),
        parsed.GetValue(_json));
}

/// <summary>Options of <c>pause</c> and <c>continue</c>.</summary>
internal sealed record PauseOptions(string Study, bool Pauses, string Reason, bool Json);
