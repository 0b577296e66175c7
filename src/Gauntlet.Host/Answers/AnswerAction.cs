using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Promotion;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Composition;
using Gauntlet.Host.Stopping;
using Gauntlet.Host.Terminal;
using Gauntlet.Host.Watching;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace Gauntlet.Host.Answers;

/// <summary>Hands a person's word to a candidate's promotion, which says whether it is asked for.</summary>
internal static class AnswerAction
{
    public static async Task<int> ExecuteAsync(AnswerOptions options, Invocation invocation, CancellationToken interrupted)
    {
        using var log = new LogFile(invocation.Surroundings);
        var note = new SignedNote(options.By ?? Caller.Of(invocation.Surroundings), options.Note);
        var targets = await Targets.FindAsync(invocation, interrupted);
        foreach (var target in targets)
        {
            var handle = (await target.ConnectAsync(log, interrupted)).GetWorkflowHandle($"promotion/{options.Study}/{options.Trial}");
            if (!await RunsAsync(handle, interrupted)) continue;
            var decision = await SendAsync(handle, options.Update, note, interrupted);
            Tell(options, note, decision, invocation.Screen);
            return ExitCodes.Done;
        }

        throw CommandException.BadInput(targets.Count == 0
            ? $"STUDY/TRIAL is '{options.Study}/{options.Trial}', but no Temporal server is configured and none of ours runs. Start 'gauntlet up', or set TEMPORAL_ADDRESS."
            : $"STUDY/TRIAL is '{options.Study}/{options.Trial}', which has no promotion under way on {string.Join(" and ", targets.Select(target => target.Address))}. 'gauntlet status' lists what runs, 'gauntlet show {options.Study}' what was decided.");
    }

    private static async Task<bool> RunsAsync(WorkflowHandle handle, CancellationToken cancellation)
    {
        try
        {
            return (await handle.DescribeAsync(new() { Rpc = new() { CancellationToken = cancellation } })).Status == Temporalio.Api.Enums.V1.WorkflowExecutionStatus.Running;
        }
        catch (RpcException error) when (error.Code == RpcException.StatusCode.NotFound)
        {
            return false;
        }
    }

    // A retry answers nothing: whether it helped is seen when the gate has run.
    private static Task<PromotionDecision?> SendAsync(WorkflowHandle handle, string update, SignedNote note, CancellationToken cancellation) => PatientUpdate.SendAsync(
        handle.Id,
        async options =>
        {
            if (update != MessageNames.Retry) return (PromotionDecision?)await handle.ExecuteUpdateAsync<PromotionDecision>(update, [note], options);
            await handle.ExecuteUpdateAsync(update, [note], options);
            return null;
        },
        cancellation);

    private static void Tell(AnswerOptions options, SignedNote note, PromotionDecision? decision, Screen screen)
    {
        if (options.Json)
        {
            screen.WriteJson(new { candidate = $"{options.Study}/{options.Trial}", update = options.Update, by = note.By, note = note.Note, decision });
            return;
        }

        if (decision is null) screen.WriteLine(new("✓ tries again", Ink.Pass), $"   {options.Study}/{options.Trial}: {note.By}: {note.Note}");
        else
        {
            screen.WriteLine(decision.Promoted ? new("✓ promoted", Ink.Pass) : new("✕ not promoted", Ink.Fail), $"   {options.Study}/{options.Trial}");
            foreach (var reason in decision.Reasons) screen.WriteLine($"  {reason}");
        }
    }
}
