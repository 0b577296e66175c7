using System.CommandLine;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>The embedded Temporal server alone.</summary>
internal sealed class ServerVerb : Verb<ServerOptions>
{
    private readonly Option<long?> _port;
    private readonly Option<string?> _store;
    private readonly Option<bool> _timeSkipping;

    public ServerVerb(VerbContext context)
        : base(context, "server", "The embedded Temporal server alone, for a laptop, CI and tests. Ctrl-C ends it cleanly.")
    {
        _port = With(Values.Number("--port", 0, 65_535, "Port on loopback; 0 for a free one. Default: 7233."));
        _store = With(Values.Choice("--store", ["memory", "postgres"], "Where runs are kept. Default: memory."));
        _timeSkipping = With(new Option<bool>("--time-skipping") { Description = "Serves TestService on a virtual clock, locked once at the start." });
    }

    protected override ServerOptions Read(ParseResult parsed)
    {
        if (parsed.GetValue(_store) == "postgres")
            throw CommandException.BadInput("--store is 'postgres', which this version does not have. Use --store memory; for runs that outlive the process point TEMPORAL_ADDRESS at a Temporal server (docker-compose.yml has one).");

        return new((int?)parsed.GetValue(_port), parsed.GetValue(_timeSkipping));
    }
}

/// <summary>Options of <c>server</c>; a null port means: by settings, else 7233.</summary>
internal sealed record ServerOptions(int? Port, bool TimeSkipping);
