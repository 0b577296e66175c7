using Gauntlet.Host.CommandLine;
using Gauntlet.Host.Composition;

namespace Gauntlet.Host.Watching;

/// <summary>The servers that a verb looks at: the configured one, else all of ours that run, those of single runs too.</summary>
internal static class Targets
{
    public static async Task<IReadOnlyList<TemporalTarget>> FindAsync(Invocation invocation, CancellationToken cancellation) =>
        TemporalTarget.Configured(invocation.Surroundings) is { } configured
            ? [configured]
            : [.. (await new EndpointBoard(invocation.Surroundings.Home).LiveAsync(cancellation)).Select(TemporalTarget.Of)];
}
