using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Safety;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Composition;
using Gauntlet.Host.Evidence;
using Gauntlet.Host.Stopping;
using Gauntlet.Host.Terminal;
using Gauntlet.Workflows;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Exceptions;

namespace Gauntlet.Host.Running;

/// <summary>The main job: starts a study's pipeline, shows how it goes, and tells its verdicts.</summary>
internal static class RunAction
{
    private static readonly TimeSpan GracefulEnd = TimeSpan.FromSeconds(10);

    public static async Task<int> ExecuteAsync(RunOptions options, Invocation invocation, CancellationToken interrupted)
    {
        var clock = invocation.Surroundings.Clock;
        var start = clock.GetTimestamp();
        ReportFile.RequireWritable(options.Report, invocation);
        var request = RunRequests.Of(options, invocation);
        var skip = request.Pace is null || (Pace.TryParse(request.Pace, out var pace) && pace.Skip);
        await using var platform = await Platform.OpenAsync(
            invocation, new() { Server = ServerChoice.Any, Worker = WorkerChoice.IfMissing, SkipTime = skip }, interrupted);
        request = request with { Pace = PaceOn(platform, request.Pace, invocation.Screen) };
        await Latch.RequireOpenAsync(platform.Stores, interrupted);

        var handle = await StartAsync(platform.Client, request, interrupted);
        invocation.Screen.Note($"study {request.Study}: workflow {handle.Id} on {platform.Target.Address}");
        var outcome = await FollowAsync(platform, handle, invocation, interrupted);
        var evidence = await StudyEvidence.TryReadAsync(platform.Stores, request.Study, interrupted);
        var run = new FinishedRun(outcome, evidence, clock.GetElapsedTime(start), handle.Id, handle.FirstExecutionRunId ?? handle.ResultRunId ?? string.Empty);
        ReportFile.Write(options.Report, run.Evidence, invocation);
        if (options.Json) invocation.Screen.WriteJson(RunDocument.Of(run));
        else RunSummary.Write(run, invocation.Screen);
        if (!options.RequirePromoted || run.IsPromoted) return ExitCodes.Done;

        invocation.Screen.Note($"gauntlet: no candidate of {request.Study} was promoted, as --require asks: exit code {ExitCodes.RequirementMissed}");
        return ExitCodes.RequirementMissed;
    }

    private static string? PaceOn(Platform platform, string? asked, Screen screen)
    {
        if (asked == "skip" && !platform.SkipsTime)
            throw CommandException.BadInput($"--pace is 'skip', which the Temporal server at {platform.Target.Address} cannot do. Give a factor such as --pace 10080, a week a minute.");
        if (asked is not null) return asked;
        if (platform.SkipsTime) return "skip";
        screen.Note("Paper trading takes seven days of real time on this server; --pace 10080 makes a week a minute.");
        return null;
    }

    private static async Task<WorkflowHandle> StartAsync(ITemporalClient client, PipelineRequest request, CancellationToken interrupted)
    {
        try
        {
            return await client.StartWorkflowAsync(
                WorkflowTypes.Pipeline,
                [request],
                new(WorkflowIds.Pipeline(request.Study), TaskQueues.Main)
                {
                    IdConflictPolicy = WorkflowIdConflictPolicy.Fail,
                    IdReusePolicy = WorkflowIdReusePolicy.AllowDuplicate,
                    StaticSummary = $"{request.Strategy} on {request.Market}, {request.Trials} trials, seed {request.Seed}",
                    TypedSearchAttributes = new SearchAttributeCollection.Builder()
                        .Set(SearchKeys.Study, request.Study)
                        .Set(SearchKeys.Strategy, request.Strategy)
                        .ToSearchAttributeCollection(),
                    Rpc = new() { CancellationToken = interrupted },
                });
        }
        catch (WorkflowAlreadyStartedException error)
        {
            throw CommandException.BadInput($"Study '{request.Study}' is running already as workflow {error.WorkflowId}. Watch it with 'gauntlet status {error.WorkflowId}', or give another --study.", error);
        }
    }

    private static async Task<PipelineOutcome> FollowAsync(Platform platform, WorkflowHandle handle, Invocation invocation, CancellationToken interrupted)
    {
        await using var skipping = await TimeSkipping.UnlockAsync(platform.Client, platform.SkipsTime && !platform.Target.ClockIsFree);
        await using var result = new PendingResult(handle);
        try
        {
            var ended = Task.WhenAny(result.Outcome, platform.Failure);
            var feed = new ProgressFeed(new(platform.Client), invocation.Surroundings.Clock);
            var latch = invocation.Screen.Live
                ? await LiveProgressView.WhileAsync(invocation.Screen, view => feed.WatchAsync(handle.Id, view, ended, interrupted))
                : await feed.WatchAsync(handle.Id, new PlainProgressView(invocation.Screen, invocation.Surroundings.Clock), ended, interrupted);
            if (latch is { } closed) throw await StoppedAsync(platform, handle, closed, interrupted);
            if (!result.Outcome.IsCompleted) await platform.Failure;
            return await result.Outcome;
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            invocation.Screen.Note("interrupted: the run is asked to end …");
            await handle.CancelAsync();
            await Task.WhenAny(result.Outcome, Task.Delay(GracefulEnd, invocation.Surroundings.Clock, CancellationToken.None));
            throw;
        }
    }

    private static async Task<CommandException> StoppedAsync(Platform platform, WorkflowHandle handle, LatchState latch, CancellationToken interrupted)
    {
        // A server of our own ends with this process: the stop must be stored before.
        if (platform.Target.IsOwn) await Latch.WaitUntilStoredAsync(platform.Stores, interrupted);
        var next = platform.Target.IsOwn
            ? "Lift it with 'gauntlet resume --reason …', then call the same run with --study again: it goes on from the stored evidence."
            : $"Lift it with 'gauntlet resume --reason …': {handle.Id} then goes on where it was.";
        return CommandException.Stopped($"Stopped by emergency stop of {latch.By}: {latch.Reason}. {next}");
    }
}
