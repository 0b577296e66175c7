using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Versioning;
using Gauntlet.Temporal.Server.Visibility;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.Versions;

/// <summary>Search attributes that say on which version of its workers a run is.</summary>
internal static class VersionAttributes
{
    private const string Builds = "BuildIds", Deployment = "TemporalWorkerDeployment", Version = "TemporalWorkerDeploymentVersion", Behavior = "TemporalWorkflowVersioningBehavior";
    private const string Unversioned = "unversioned";

    /// <summary>What a run has in lists that is pinned to a version.</summary>
    public static RunAttribute PinnedTo(WorkerVersion version) => new(Builds, Pinned(version));

    /// <summary>Sets all of them by what holds for the run; a change of version that is under way does not show.</summary>
    public static void Set(RunState state)
    {
        var settled = state.Versioning is { } versioning ? versioning with { Transition = null } : null;
        var behavior = settled?.EffectiveBehavior ?? VersioningBehavior.Unspecified;
        var version = behavior == VersioningBehavior.Unspecified ? null : settled?.EffectiveVersion;
        if (behavior != VersioningBehavior.Unspecified || state.WorkerDeployment.Length > 0 || state.HasAttribute(Deployment))
        {
            SetWord(state, Deployment, state.WorkerDeployment);
            SetWord(state, Version, version?.Attribute ?? string.Empty);
            SetWord(state, Behavior, behavior == VersioningBehavior.Unspecified ? string.Empty : behavior.ToString());
        }

        switch (behavior)
        {
            case VersioningBehavior.Pinned when version is not null:
                SetBuilds(state, [Pinned(version)]);
                break;
            case VersioningBehavior.AutoUpgrade when state.HasAttribute(Builds):
                state.ClearWords(Builds);
                break;
            case VersioningBehavior.Unspecified:
                SetBuilds(state, [.. state.Words(Builds).Where(IsUnversioned).Prepend(Unversioned).Distinct(StringComparer.Ordinal)]);
                break;
            default:
                break;
        }
    }

    private static string Pinned(WorkerVersion version) => $"pinned:{version.Attribute}";

    private static bool IsUnversioned(string build) => build.StartsWith(Unversioned, StringComparison.Ordinal);

    private static void SetWord(RunState state, string attribute, string word)
    {
        if (state.Word(attribute) != word) state.SetWord(attribute, word);
    }

    private static void SetBuilds(RunState state, IReadOnlyList<string> builds)
    {
        if (!state.Words(Builds).SequenceEqual(builds, StringComparer.Ordinal)) state.SetWords(Builds, builds);
    }
}
