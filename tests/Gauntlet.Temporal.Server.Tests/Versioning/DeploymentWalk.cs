using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;
using static Gauntlet.Temporal.Server.Tests.Versioning.DeploymentTranscript;

namespace Gauntlet.Temporal.Server.Tests.Versioning;

/// <summary>The walk: workers of two versions and of none, and runs of every behaviour, through all that routing can be set to.</summary>
internal sealed class DeploymentWalk(DeploymentTranscript transcript)
{
    private static readonly string[] Runs = ["pinned", "auto", "plain"];

    public static async Task<IReadOnlyList<string>> WalkAsync(string address)
    {
        using var transcript = new DeploymentTranscript(address);
        await using var workers = await VersionWorkers.StartAsync(address, withPlain: true);
        var walk = new DeploymentWalk(transcript);
        await walk.RoutingAsync();
        await walk.RampsAsync();
        await walk.UpgradesAsync();
        await walk.FollowingRunsAsync();
        await walk.OverridesAsync();
        await walk.ResetsAsync();
        await walk.ListsAsync();
        await walk.BackToNoneAsync();
        await new DeploymentUpkeep(transcript).WalkAsync();
        return transcript.Lines;
    }

    private async Task RoutingAsync()
    {
        transcript.Title("before any version is current");
        await transcript.StartAsync("early", "Auto");
        await transcript.ShowAsync("early");

        transcript.Title("the first version is current");
        await SetCurrentAsync("1");
        await transcript.StartAsync("pinned", "Pinned");
        await transcript.StartAsync("auto", "Auto");
        await transcript.StartAsync("plain", "Plain");
        foreach (var id in Runs)
        {
            await transcript.SignalAsync(id, Work(id));
            await transcript.ShowAsync(id);
        }
    }

    // Long and short ids: the hash has a way of its own for each length.
    private async Task RampsAsync()
    {
        transcript.Title("half of the runs go to the second version");
        await SetRampAsync("2", 50);
        var ids = Enumerable.Range(0, 6).SelectMany(static i => new[] { $"r{i}", $"ramp-{i}", $"ramp-of-middle-size-{i}", $"ramp-of-a-workflow-with-a-long-name-{i}" }).ToList();
        var second = new List<string>();
        foreach (var id in ids)
        {
            await transcript.StartAsync(id, "Auto");
            if ((await transcript.RestedAsync(id)).WorkflowExecutionInfo.VersioningInfo.DeploymentVersion.BuildId == "2") second.Add(id);
            await transcript.SignalAsync(id, "finish");
        }

        transcript.Note(string.Join(' ', second));
        await SetRampAsync(string.Empty, 0);
    }

    private async Task UpgradesAsync()
    {
        transcript.Title("the second version is current");
        await SetCurrentAsync("2");
        foreach (var id in Runs.Append("early"))
        {
            await transcript.SignalAsync(id, Work(id));
            await transcript.ShowAsync(id);
            await transcript.TellAsync<QueryWorkflowRequest, QueryWorkflowResponse>(
                $"query of {id}",
                new() { Namespace = "default", Execution = new() { WorkflowId = id }, Query = new() { QueryType = "who" } },
                static answer => answer.QueryResult.Payloads_[0].Data.ToStringUtf8());
        }
    }

    private async Task FollowingRunsAsync()
    {
        transcript.Title("children and runs that continue others");
        foreach (var id in Runs)
        {
            await transcript.SignalAsync(id, "child");
            await transcript.ShowAsync($"{id}-child");
            await transcript.SignalAsync(id, "continue");
            await transcript.ShowAsync(id);
        }

        transcript.Title("retries");
        await transcript.SignalAsync("pinned-child", "fail");
        await transcript.StartAsync("retried", "Pinned", Pin("1"), new() { MaximumAttempts = 2, InitialInterval = new() { Nanos = 1_000_000 } });
        await transcript.SignalAsync("retried", "fail");
        await UntilAsync(() => transcript.RestedAsync("retried"), static run => run.WorkflowExecutionInfo.Status == WorkflowExecutionStatus.Running);
        await transcript.ShowAsync("retried");
    }

    private async Task OverridesAsync()
    {
        transcript.Title("overrides");
        await transcript.StartAsync("asked", "Auto", Pin("1"));
        await transcript.ShowAsync("asked");
        await transcript.SignalAsync("asked", "child");
        await transcript.ShowAsync("asked-child");
        await OverrideAsync("asked", Pin("2"));
        await transcript.SignalAsync("asked", "activity");
        await transcript.ShowAsync("asked");
        await OverrideAsync("asked", Pin("2"));
        await OverrideAsync("asked", null);
        await OverrideAsync("asked", null);
        await OverrideAsync("asked", new() { AutoUpgrade = true });
        await transcript.SignalAsync("asked", "continue");
        await transcript.ShowAsync("asked");
        await OverrideAsync("asked", new());
        await OverrideAsync("asked", new() { Pinned = new() });
        await OverrideAsync("asked", new() { Pinned = new() { Version = VersionWorkers.Version("1") } });
        await OverrideAsync("asked", OldPin(string.Empty));
        await OverrideAsync("asked", OldPin("nonsense"));
        await OverrideAsync("asked", OldPin("shop.1"));
        await transcript.SignalAsync("asked", "activity");
        await transcript.ShowAsync("asked");
    }

    private async Task ResetsAsync()
    {
        transcript.Title("resets");
        foreach (var id in new[] { "asked", "pinned", "auto" })
        {
            await transcript.CallAsync<ResetWorkflowExecutionRequest, ResetWorkflowExecutionResponse>(
                new() { Namespace = "default", WorkflowExecution = new() { WorkflowId = id }, WorkflowTaskFinishEventId = 4, RequestId = Guid.NewGuid().ToString(), Reason = "again" });
            await transcript.ShowAsync(id);
        }
    }

    private async Task ListsAsync()
    {
        transcript.Title("lists");

        // Lists come after what they show: the run that was changed last is in them.
        var latest = (await transcript.RestedAsync("auto")).WorkflowExecutionInfo.Execution.RunId;
        await UntilAsync(() => CountAsync($"RunId = '{latest}' AND TemporalWorkflowVersioningBehavior = 'AutoUpgrade'"), static count => count == 1);
        foreach (var query in new[]
        {
            "TemporalWorkerDeployment = 'shop'", "TemporalWorkerDeploymentVersion = 'shop:1'", "TemporalWorkflowVersioningBehavior = 'Pinned'",
            "TemporalWorkflowVersioningBehavior = 'AutoUpgrade' AND ExecutionStatus = 'Running'", "BuildIds = 'pinned:shop:1'", "BuildIds = 'unversioned'",
        })
        {
            transcript.Note($"{query}: {await CountAsync($"{query} AND TaskQueue = '{Queue}'")}");
        }
    }

    private async Task<long> CountAsync(string query) =>
        (await transcript.CallAsync<CountWorkflowExecutionsRequest, CountWorkflowExecutionsResponse>(new() { Namespace = "default", Query = query })).Count;

    private async Task BackToNoneAsync()
    {
        transcript.Title("no version is current any more");
        await SetCurrentAsync(string.Empty);
        foreach (var id in new[] { "auto", "plain", "auto-child" })
        {
            await transcript.SignalAsync(id, Work(id));
            await transcript.ShowAsync(id);
        }

        await transcript.StartAsync("late", "Pinned");
        await transcript.ShowAsync("late");
    }

    private Task SetCurrentAsync(string build) => transcript.TellAsync<SetWorkerDeploymentCurrentVersionRequest, SetWorkerDeploymentCurrentVersionResponse>(
        $"current {build}",
        new() { Namespace = "default", DeploymentName = Shop, BuildId = build, Identity = "me", IgnoreMissingTaskQueues = true },
        static answer => $"{answer.PreviousVersion} {Name(answer.PreviousDeploymentVersion)}");

    private Task SetRampAsync(string build, float percentage) => transcript.TellAsync<SetWorkerDeploymentRampingVersionRequest, SetWorkerDeploymentRampingVersionResponse>(
        $"ramp {build}",
        new() { Namespace = "default", DeploymentName = Shop, BuildId = build, Percentage = percentage, Identity = "me", IgnoreMissingTaskQueues = true },
        static answer => $"{answer.PreviousVersion} {Name(answer.PreviousDeploymentVersion)} {answer.PreviousPercentage}");

    private Task OverrideAsync(string id, VersioningOverride? asked) => transcript.TellAsync<UpdateWorkflowExecutionOptionsRequest, UpdateWorkflowExecutionOptionsResponse>(
        $"override of {id}",
        new()
        {
            Namespace = "default",
            WorkflowExecution = new() { WorkflowId = id },
            WorkflowExecutionOptions = new() { VersioningOverride = asked },
            UpdateMask = new() { Paths = { "versioning_override" } },
        },
        static answer => answer.ToString());

    // The real server starts an activity of a workflow that asks for nothing, and has versioned workers, over and over without end.
    private static string Work(string id) => id == "plain" ? "look" : "activity";

    private static VersioningOverride Pin(string build) => new() { Pinned = new() { Behavior = VersioningOverride.Types.PinnedOverrideBehavior.Pinned, Version = VersionWorkers.Version(build) } };

    private static VersioningOverride OldPin(string version) => new() { Behavior = VersioningBehavior.Pinned, PinnedVersion = version };
}
