using Gauntlet.Contracts;
using Gauntlet.Workflows.Paper;
using Gauntlet.Workflows.Pipeline;
using Gauntlet.Workflows.Promotion;
using Gauntlet.Workflows.Safety;
using Gauntlet.Workflows.Training;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Worker;

namespace Gauntlet.Histories.Tests;

/// <summary>
/// Histories of every shipped workflow, recorded on a real Temporal server (1.29.1) with <c>temporal workflow show --output json</c>
/// from a study of 60 trials and 6 candidates, four of which met in the arena and were held up by an emergency stop on the third day of paper
/// trading; <c>promotion-approved</c> from a study whose policy asks for a person, approved by <c>temporal workflow update execute</c>.
/// </summary>
public class ReplayTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Recorded");

    private static readonly List<string> Files = [.. Directory.EnumerateFiles(Folder, "*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Recorded => [.. Files];

    private static WorkflowReplayer Replayer { get; } = new(new WorkflowReplayerOptions
    {
        DataConverter = DataConverter.Default with { PayloadConverter = new DefaultPayloadConverter(ContractJson.Options) },
    }.AddWorkflow<PipelineWorkflow>().AddWorkflow<TrainingWorkflow>().AddWorkflow<PromotionWorkflow>().AddWorkflow<PaperWorkflow>().AddWorkflow<ArenaWorkflow>().AddWorkflow<SafetyWorkflow>());

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task Replay_RecordedHistory_IsDeterministic(string file)
    {
        var result = await Replayer.ReplayWorkflowAsync(Read(file));

        result.ReplayFailure.ShouldBeNull();
    }

    [Fact]
    public void Recorded_EveryShippedWorkflow_HasAHistory() =>
        Files.Select(file => Read(file).Events.First().WorkflowExecutionStartedEventAttributes.WorkflowType.Name).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["Arena", "Paper", "Pipeline", "Promotion", "Safety", "Training"]);

    // A change that would break running workflows must not slip through.
    [Theory]
    [InlineData("pipeline.json", "\"OpenStudy\"", "\"CloseStudy\"")]
    [InlineData("training.json", "\"SelectCandidates\"", "\"RunTrials\"")]
    [InlineData("promotion-promoted.json", "\"JudgeBacktest\"", "\"JudgeStress\"")]
    [InlineData("paper-stopped-and-resumed.json", "\"StepPaper\"", "\"JudgePaper\"")]
    [InlineData("arena.json", "\"RankArena\"", "\"RefuseArena\"")]
    [InlineData("safety.json", "\"CloseLatch\"", "\"OpenLatch\"")]
    public async Task Replay_AnotherHistory_IsRefused(string file, string recorded, string other)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file));
        text.ShouldContain(recorded);

        await Should.ThrowAsync<WorkflowNondeterminismException>(() => Replayer.ReplayWorkflowAsync(WorkflowHistory.FromJson(file, text.Replace(recorded, other, StringComparison.Ordinal))));
    }

    private static WorkflowHistory Read(string file) => WorkflowHistory.FromJson(Path.GetFileNameWithoutExtension(file), File.ReadAllText(Path.Combine(Folder, file)));
}
