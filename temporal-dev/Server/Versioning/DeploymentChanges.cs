using Temporalio.Api.Common.V1;

namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>What can be done to a deployment, each a pure step from one state to the next. Whether it may be done is asked before: <see cref="DeploymentRules"/>.</summary>
internal static class DeploymentChanges
{
    /// <summary>A new deployment without versions.</summary>
    public static Deployment New(string name, DateTimeOffset now) => new(name, now) { Changed = now };

    /// <summary>The same with a version; one that is there already stays as it is.</summary>
    public static Deployment With(this Deployment deployment, string build, DateTimeOffset now) =>
        deployment.Versions.ContainsKey(build) ? deployment : deployment with { Versions = deployment.Versions.Add(build, new(build, now)) };

    /// <summary>The same with a task queue that workers of a version poll.</summary>
    public static Deployment With(this Deployment deployment, string build, VersionQueue queue, DateTimeOffset now)
    {
        deployment = deployment.With(build, now);
        var version = deployment.Versions[build];
        return version.Queues.Contains(queue) ? deployment : deployment.Put(version with { Queues = version.Queues.Add(queue) });
    }

    /// <summary>Sends runs to a build; null for workers without a version.</summary>
    public static Deployment SetCurrent(this Deployment deployment, string? build, string identity, DateTimeOffset now)
    {
        if (build is not null) deployment = deployment.With(build, now);
        if (deployment.Current is { } before && before != build) deployment = deployment.Deactivate(before, now);
        if (build is not null)
        {
            var version = deployment.Versions[build];
            deployment = deployment.Put(version with
            {
                Stage = version.Stage.After(VersionEvent.BecameCurrent),
                CurrentSince = now,
                RampingSince = null,
                FirstActivated = version.FirstActivated ?? now,
                LastDeactivated = null,
                RoutingChanged = now,
                DrainageChanged = now,
                DrainageChecked = now,
            });
        }

        deployment = deployment with { Current = build, CurrentChanged = now, LastModifier = identity, Changed = now };

        // What was ramping and is current now ramps no more.
        return deployment.Ramp is { } ramp && ramp.Build == build
            ? deployment with { Ramp = null, RampChanged = now, RampShareChanged = now }
            : deployment;
    }

    /// <summary>Sends a share of runs elsewhere; null for nowhere.</summary>
    public static Deployment SetRamp(this Deployment deployment, Ramp? ramp, string identity, DateTimeOffset now)
    {
        if (ramp?.Build is { } named) deployment = deployment.With(named, now);
        var before = deployment.Ramp;
        var isSame = ramp is not null && before is not null && ramp.Build == before.Build;
        if (before?.Build is { } old && !isSame) deployment = deployment.Deactivate(old, now);
        if (ramp?.Build is { } build)
        {
            var version = deployment.Versions[build];
            deployment = deployment.Put(version with
            {
                Stage = version.Stage.After(VersionEvent.BecameRamping),
                RampingSince = isSame ? version.RampingSince : now,
                FirstActivated = version.FirstActivated ?? now,
                LastDeactivated = null,
                RoutingChanged = now,
            });
        }

        return deployment with
        {
            Ramp = ramp,
            RampChanged = isSame ? deployment.RampChanged : now,
            RampShareChanged = now,
            LastModifier = identity,
            Changed = now,
        };
    }

    /// <summary>Says who alone may change routing; empty for anybody.</summary>
    public static Deployment SetManager(this Deployment deployment, string manager, string identity, DateTimeOffset now) =>
        deployment with { Manager = manager, LastModifier = identity, Changed = now };

    /// <summary>Forgets a version.</summary>
    public static Deployment Without(this Deployment deployment, string build, string identity) =>
        deployment with { Versions = deployment.Versions.Remove(build), LastModifier = identity };

    /// <summary>Changes what is noted about a version.</summary>
    public static Deployment Note(
        this Deployment deployment, string build, IEnumerable<KeyValuePair<string, Payload>> set, IEnumerable<string> removed)
    {
        var version = deployment.Versions[build];
        return deployment.Put(version with { Metadata = version.Metadata.SetItems(set).RemoveRange(removed) });
    }

    /// <summary>Takes note of a count of the open runs that are pinned to a draining version.</summary>
    public static Deployment Counted(this Deployment deployment, string build, bool isDry, DateTimeOffset now)
    {
        var version = deployment.Versions[build] with { DrainageChecked = now };
        return deployment.Put(isDry ? version with { Stage = version.Stage.After(VersionEvent.RanDry), DrainageChanged = now } : version);
    }

    private static Deployment Put(this Deployment deployment, DeploymentVersion version) =>
        deployment with { Versions = deployment.Versions.SetItem(version.Build, version) };

    private static Deployment Deactivate(this Deployment deployment, string build, DateTimeOffset now)
    {
        var version = deployment.Versions[build];
        return deployment.Put(version with
        {
            Stage = version.Stage.After(VersionEvent.Deactivated),
            CurrentSince = null,
            RampingSince = null,
            LastDeactivated = now,
            RoutingChanged = now,
            DrainageChanged = now,
            DrainageChecked = now,
        });
    }
}
