using System.CommandLine;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>A worker alone.</summary>
internal sealed class WorkerVerb : Verb<WorkerOptions>
{
    private readonly Option<string?> _pace;

    public WorkerVerb(VerbContext context)
        : base(context, "worker", "A worker alone, against the addresses configured (TEMPORAL_ADDRESS, GAUNTLET_DATABASE) or those of a running 'up' or 'server'. Ctrl-C ends it cleanly.") =>
        _pace = With(Values.Pace("How fast paper trading runs where a request does not say. Default: real time."));

    protected override WorkerOptions Read(ParseResult parsed) => new(parsed.GetValue(_pace));
}

/// <summary>Options of <c>worker</c>.</summary>
internal sealed record WorkerOptions(string? Pace);
