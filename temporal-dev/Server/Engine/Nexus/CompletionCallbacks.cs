using System.Collections.Immutable;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Temporalio.Api.Common.V1;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>Whom to tell when a chain of runs ends: they come with a start, or later, and go on from run to run.</summary>
internal static class CompletionCallbacks
{
    /// <summary>Links of a request without those that its callbacks carry themselves.</summary>
    public static IReadOnlyList<Link> LinksBeside(IEnumerable<Link> links, IReadOnlyCollection<Callback> callbacks) =>
        callbacks.Count == 0 ? [.. links] : [.. links.Except(callbacks.SelectMany(static callback => callback.Links))];

    /// <summary>Adds callbacks to a run.</summary>
    /// <param name="links">Links that came with them.</param>
    public static void Register(RunChange run, IReadOnlyCollection<Callback> callbacks, IEnumerable<Link> links)
    {
        if (callbacks.Count == 0) return;
        var kept = links.ToImmutableList();
        foreach (var callback in callbacks)
        {
            if (callback.VariantCase != Callback.VariantOneofCase.Nexus) continue;
            run.State.Put(run.State.Callbacks.Count + 1, new CompletionCallback { Callback = callback, Links = kept, RegistrationTime = run.Now });
        }
    }

    /// <summary>What the next run of a chain, or one that a run is reset to, takes over.</summary>
    public static ImmutableSortedDictionary<long, CompletionCallback> Renewed(RunState state) => state.Callbacks.ToImmutableSortedDictionary(
        static one => one.Key,
        static one => new CompletionCallback { Callback = one.Value.Callback, Links = one.Value.Links, RegistrationTime = one.Value.RegistrationTime });

    /// <summary>Links that came with any of them, each once.</summary>
    public static IReadOnlyList<Link> Links(RunState state) => state.Callbacks.IsEmpty ? [] : [.. state.Callbacks.Values.SelectMany(static callback => callback.Links).Distinct()];
}
