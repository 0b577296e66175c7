using System.CommandLine;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>What runs, and where it stands.</summary>
internal sealed class StatusVerb : Verb<StatusOptions>
{
    private readonly Argument<string?> _id = new("ID") { Description = "Workflow id such as pipeline/NAME or promotion/NAME/37, or the name of a study. Default: everything that runs.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _json;

    public StatusVerb(VerbContext context)
        : base(context, "status", "What runs, in which stage, since when, what is next, what is stopped, and why.")
    {
        Add(_id);
        _json = WithJson();
    }

    protected override StatusOptions Read(ParseResult parsed) => new(parsed.GetValue(_id), parsed.GetValue(_json));
}

/// <summary>Options of <c>status</c>; a null id means everything that runs.</summary>
internal sealed record StatusOptions(string? Id, bool Json);
