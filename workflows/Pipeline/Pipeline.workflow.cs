using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Paper;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Progress;
using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Safety;
using Gauntlet.Contracts.Training;
using Gauntlet.Workflows.Paper;
using Gauntlet.Workflows.Promotion;
using Gauntlet.Workflows.Safety;
using Gauntlet.Workflows.Training;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Gauntlet.Workflows.Pipeline;

/// <summary>A study from its first trial to the verdict of every candidate.</summary>
[Workflow(WorkflowTypes.Pipeline)]
public class PipelineWorkflow : StoppableWorkflow
{
    /// <summary>Waits for its request to be checked.</summary>
    public PipelineWorkflow()
        : base(new(Stage.Waiting))
    {
    }

    /// <summary>Opens the study, trains, promotes, and closes it with the digest over its evidence.</summary>
    [WorkflowRun]
    public async Task<PipelineOutcome> RunAsync(PipelineRequest request)
    {
        Self.Enter(Stage.Waiting, "Checks the request and imports the bars");
        var plan = await Self.Latch.RunAsync(stop => Workflow.ExecuteActivityAsync(
            (IStudyActivities a) => a.OpenStudyAsync(request), Calls.Import("Check the request and import the bars", stop)));
        Workflow.UpsertTypedSearchAttributes(SearchKeys.Study.ValueSet(plan.Study), SearchKeys.Strategy.ValueSet(plan.Strategy));

        Self.Enter(Stage.Training, $"Training: {plan.Trials} trials of {plan.Strategy} on {plan.Market.Name}", 1, "trainings");
        var training = await TrainAsync(plan);

        Self.Enter(Stage.Promotion, $"Promotion: {training.Candidates.Count} candidates of N = {training.CentralCount} trials", training.Candidates.Count, "candidates");
        var arenaId = training.Candidates.Count > 1 && plan.Arena is not null ? WorkflowIds.Arena(plan.Study) : null;
        var arena = arenaId is null ? Task.CompletedTask : HoldArenaAsync(plan, training.Candidates);
        var candidates = await Workflow.WhenAllAsync(training.Candidates.Select(candidate => PromoteAsync(plan, candidate, arenaId)));
        await arena;

        var digest = await Self.Latch.RunAsync(stop => Workflow.ExecuteActivityAsync(
            (IStudyActivities a) => a.CloseStudyAsync(plan.Study), Calls.Storage("Digest the evidence", stop)));
        var outcome = Outcome(plan, training, candidates, digest);
        Self.Enter(Stage.Done, PipelineStory.Of(outcome));
        await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
        return outcome;
    }

    private Task<TrainingOutcome> TrainAsync(StudyPlan plan)
    {
        var id = WorkflowIds.Training(plan.Study);
        return Self.RunChildAsync(id, () => Workflow.StartChildWorkflowAsync(
            (TrainingWorkflow workflow) => workflow.RunAsync(new TrainingRequest { Plan = plan }),
            new() { Id = id, StaticSummary = $"{plan.Trials} trials of {plan.Strategy}" }));
    }

    private async Task HoldArenaAsync(StudyPlan plan, IReadOnlyList<TrainedCandidate> candidates)
    {
        var id = WorkflowIds.Arena(plan.Study);
        try
        {
            await Self.RunChildAsync(id, () => Workflow.StartChildWorkflowAsync(
                (ArenaWorkflow workflow) => workflow.RunAsync(new ArenaRequest(plan.Study, candidates.Select(candidate => candidate.Key.Trial).ToList(), plan.Arena!)),
                new() { Id = id, StaticSummary = $"Arena of {candidates.Count} candidates" }));
        }
        catch (ChildWorkflowFailureException error) when (!TemporalException.IsCanceledException(error))
        {
            // The candidates go on without a ranking.
            Self.LastError = Text.Cause(error);
        }
    }

    private async Task<PromotionOutcome> PromoteAsync(StudyPlan plan, TrainedCandidate candidate, string? arena)
    {
        var id = WorkflowIds.Promotion(candidate.Key);
        try
        {
            return await Self.RunChildAsync(id, () => Workflow.StartChildWorkflowAsync(
                (PromotionWorkflow workflow) => workflow.RunAsync(new PromotionRequest(plan, candidate, arena)),
                new() { Id = id, StaticSummary = $"Candidate {candidate.Key}" }));
        }
        catch (ChildWorkflowFailureException error) when (!TemporalException.IsCanceledException(error))
        {
            // One candidate's error must not cost the others their verdict.
            var cause = Text.Cause(error);
            Self.LastError = $"{candidate.Key}: {cause}";
            return PromotionOutcomes.Faulted(candidate, Stage.Promotion, [], cause);
        }
        finally
        {
            if (arena is not null) await Relay.TrySendAsync(arena, MessageNames.ArenaLeft, new ArenaLeaving(candidate.Key.Trial));
            Self.Done++;
        }
    }

    private static PipelineOutcome Outcome(StudyPlan plan, TrainingOutcome training, IReadOnlyList<PromotionOutcome> candidates, StudyDigest digest) => new()
    {
        Study = plan.Study,
        Strategy = plan.Strategy,
        Market = plan.Market,
        Seed = plan.Seed,
        Policy = plan.Policy,
        Trials = training.Trials,
        Candidates = [.. candidates.OrderBy(candidate => candidate.Candidate.Trial)],
        Digest = digest.Digest,
    };
}
