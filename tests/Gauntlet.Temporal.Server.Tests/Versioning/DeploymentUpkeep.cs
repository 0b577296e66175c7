using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Deployment.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using static Gauntlet.Temporal.Server.Tests.Versioning.DeploymentTranscript;

namespace Gauntlet.Temporal.Server.Tests.Versioning;

/// <summary>What people do to deployments: look, set versions that nobody polls for, hand over, annotate, delete; and what is refused.</summary>
internal sealed class DeploymentUpkeep(DeploymentTranscript transcript)
{
    public async Task WalkAsync()
    {
        transcript.Title("descriptions");
        await DescribeAsync(Shop);
        await DescribeVersionAsync("1");
        await DescribeQueueAsync();
        await CurrentAsync("1");
        await RampAsync("2", 30);
        await RampAsync("2", 30);
        await RampAsync("2", 100);
        await DescribeAsync(Shop);
        await DescribeVersionAsync("2");
        await DescribeQueueAsync();
        await CurrentAsync("2");
        await RampAsync(string.Empty, 25);
        await DescribeAsync(Shop);
        await DescribeQueueAsync();

        transcript.Title("refusals");
        await CurrentAsync("9");
        await RampAsync("9", 5);
        await RampAsync("2", 5);
        await CurrentAsync("1", token: "AAAA");
        await RampAsync("1", 5, token: "AAAA");
        await DeleteVersionAsync("2");
        await DeleteVersionAsync("1");
        await DeleteVersionAsync("1", skips: true);
        await DeleteVersionAsync("9");
        await DeleteAsync(Shop);
        await DescribeVersionAsync("9");

        transcript.Title("manager");
        await ManagerAsync("boss", "me");
        await ManagerAsync("boss", "me");
        await CurrentAsync("1");
        await RampAsync("1", 5);
        await DeleteVersionAsync("1");
        await ManagerAsync(string.Empty, "boss");
        await DescribeAsync(Shop);

        transcript.Title("metadata");
        await NoteAsync("1", ["a", "b"], []);
        await NoteAsync("1", ["c"], ["a", "unknown"]);
        await NoteAsync("9", ["a"], []);
        await DescribeVersionAsync("1");

        transcript.Title("versions that nobody polls for");
        await CurrentAsync("7", name: "new", allowsNobody: true);
        await RampAsync("8", 5, name: "new", allowsNobody: true);
        await DescribeAsync("new");
        await CurrentAsync(string.Empty, name: "new");
        await RampAsync(string.Empty, 0, name: "new");
        await DeleteVersionAsync("7", name: "new", skips: true);
        await DeleteVersionAsync("8", name: "new", skips: true);
        await DescribeAsync("new");
        await DeleteAsync("new");
        await DescribeAsync("new");
        await DeleteAsync("new");
    }

    private Task DescribeAsync(string name) => transcript.TellAsync<DescribeWorkerDeploymentRequest, DescribeWorkerDeploymentResponse>(
        $"deployment {name}", new() { Namespace = "default", DeploymentName = name }, static answer => Say(answer.WorkerDeploymentInfo));

    private Task DescribeVersionAsync(string build) => transcript.TellAsync<DescribeWorkerDeploymentVersionRequest, DescribeWorkerDeploymentVersionResponse>(
        $"version {build}",
        new() { Namespace = "default", DeploymentVersion = Version(Shop, build) },
        static answer =>
        {
            var info = answer.WorkerDeploymentVersionInfo;
            var queues = answer.VersionTaskQueues.Select(static queue => $"{queue.Name}/{queue.Type}").Order(StringComparer.Ordinal);
            var notes = info.Metadata?.Entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(static entry => $"{entry.Key}={entry.Value.Data.ToStringUtf8()}") ?? [];
            return $"{info.Version} {Name(info.DeploymentVersion)} {info.Status} {info.RampPercentage} {info.DrainageInfo?.Status} [{string.Join(' ', queues)}] [{string.Join(' ', notes)}]"
                + Times(info.CreateTime, info.RoutingChangedTime, info.CurrentSinceTime, info.RampingSinceTime);
        });

    private Task DescribeQueueAsync() => transcript.TellAsync<DescribeTaskQueueRequest, DescribeTaskQueueResponse>(
        "queue",
        new() { Namespace = "default", TaskQueue = new() { Name = Queue } },
        static answer =>
        {
            var info = answer.VersioningInfo;
            var pollers = answer.Pollers.Select(static poller => $"{poller.Identity}:{poller.DeploymentOptions?.DeploymentName}.{poller.DeploymentOptions?.BuildId}").Order(StringComparer.Ordinal);
            return $"{info.CurrentVersion} {Name(info.CurrentDeploymentVersion)} {info.RampingVersion} {Name(info.RampingDeploymentVersion)} {info.RampingVersionPercentage} [{string.Join(' ', pollers)}]" + Times(info.UpdateTime);
        });

    private Task CurrentAsync(string build, string name = Shop, string token = "", bool allowsNobody = false) =>
        transcript.TellAsync<SetWorkerDeploymentCurrentVersionRequest, SetWorkerDeploymentCurrentVersionResponse>(
            $"current {name} {build}",
            new()
            {
                Namespace = "default", DeploymentName = name, BuildId = build, Identity = "me", IgnoreMissingTaskQueues = true, AllowNoPollers = allowsNobody,
                ConflictToken = ByteString.CopyFromUtf8(token),
            },
            static answer => $"{answer.PreviousVersion} {Name(answer.PreviousDeploymentVersion)} {answer.ConflictToken.Length}");

    private Task RampAsync(string build, float percentage, string name = Shop, string token = "", bool allowsNobody = false) =>
        transcript.TellAsync<SetWorkerDeploymentRampingVersionRequest, SetWorkerDeploymentRampingVersionResponse>(
            $"ramp {name} {build} {percentage}",
            new()
            {
                Namespace = "default", DeploymentName = name, BuildId = build, Percentage = percentage, Identity = "me", IgnoreMissingTaskQueues = true, AllowNoPollers = allowsNobody,
                ConflictToken = ByteString.CopyFromUtf8(token),
            },
            static answer => $"{answer.PreviousVersion} {Name(answer.PreviousDeploymentVersion)} {answer.PreviousPercentage} {answer.ConflictToken.Length}");

    private Task ManagerAsync(string manager, string identity) => transcript.TellAsync<SetWorkerDeploymentManagerRequest, SetWorkerDeploymentManagerResponse>(
        $"manager {manager}",
        new() { Namespace = "default", DeploymentName = Shop, ManagerIdentity = manager, Identity = identity },
        static answer => $"{answer.PreviousManagerIdentity} {answer.ConflictToken.Length}");

    private Task NoteAsync(string build, string[] set, string[] removed)
    {
        var request = new UpdateWorkerDeploymentVersionMetadataRequest { Namespace = "default", DeploymentVersion = Version(Shop, build), Identity = "me", RemoveEntries = { removed } };
        foreach (var key in set) request.UpsertEntries.Add(key, new Payload { Data = ByteString.CopyFromUtf8("1") });
        return transcript.TellAsync<UpdateWorkerDeploymentVersionMetadataRequest, UpdateWorkerDeploymentVersionMetadataResponse>(
            $"note {build}", request, static answer => string.Join(' ', answer.Metadata.Entries.Keys.Order(StringComparer.Ordinal)));
    }

    private Task DeleteVersionAsync(string build, string name = Shop, bool skips = false) => transcript.TellAsync<DeleteWorkerDeploymentVersionRequest, DeleteWorkerDeploymentVersionResponse>(
        $"delete {name} {build}", new() { Namespace = "default", DeploymentVersion = Version(name, build), SkipDrainage = skips, Identity = "me" }, static _ => "done");

    private Task DeleteAsync(string name) => transcript.TellAsync<DeleteWorkerDeploymentRequest, DeleteWorkerDeploymentResponse>(
        $"delete {name}", new() { Namespace = "default", DeploymentName = name, Identity = "me" }, static _ => "done");

    private static string Say(WorkerDeploymentInfo info)
    {
        var routing = info.RoutingConfig;
        var versions = info.VersionSummaries.OrderBy(static version => version.Version, StringComparer.Ordinal).Select(static version =>
            $"\n  {version.Version} {Name(version.DeploymentVersion)} {version.Status} {version.DrainageStatus} {version.DrainageInfo?.Status}"
            + Times(version.CreateTime, version.CurrentSinceTime, version.RampingSinceTime, version.RoutingUpdateTime, version.FirstActivationTime, version.LastDeactivationTime));
        return $"{info.Name} by {info.LastModifierIdentity} of {info.ManagerIdentity}: {routing.CurrentVersion} {Name(routing.CurrentDeploymentVersion)} "
            + $"{routing.RampingVersion} {Name(routing.RampingDeploymentVersion)} {routing.RampingVersionPercentage}"
            + Times(routing.CurrentVersionChangedTime, routing.RampingVersionChangedTime, routing.RampingVersionPercentageChangedTime) + string.Concat(versions);
    }

    // Which of them there are.
    private static string Times(params Google.Protobuf.WellKnownTypes.Timestamp?[] times) => $" {string.Concat(times.Select(static time => time is null ? '-' : 't'))}";

    private static WorkerDeploymentVersion Version(string name, string build) => new() { DeploymentName = name, BuildId = build };
}
