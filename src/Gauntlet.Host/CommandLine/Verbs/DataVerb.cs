using System.CommandLine;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>Everything about bar files; for now <c>data check</c>.</summary>
internal sealed class DataVerb : Command
{
    public DataVerb(VerbContext context)
        : base("data", "Bar files.") => Add(new DataCheckVerb(context));
}

/// <summary>What is wrong with bar files.</summary>
internal sealed class DataCheckVerb : Verb<DataCheckOptions>
{
    private readonly Argument<string[]> _files = new("FILE") { Description = "CSV files of bars.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _json;

    public DataCheckVerb(VerbContext context)
        : base(context, "check", "What is wrong with bar files. Exit code 2 when one of them cannot be used.")
    {
        Add(_files);
        _json = WithJson();
    }

    protected override DataCheckOptions Read(ParseResult parsed) => new(parsed.GetRequiredValue(_files), parsed.GetValue(_json));
}

/// <summary>Options of <c>data check</c>.</summary>
internal sealed record DataCheckOptions(IReadOnlyList<string> Files, bool Json);
