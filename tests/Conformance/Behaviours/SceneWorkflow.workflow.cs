using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Plays the scene of a behaviour: code that is looked up by its name, so that one worker runs all.</summary>
[Workflow]
internal sealed class SceneWorkflow
{
    /// <summary>What signals and updates brought, in order.</summary>
    public List<string> Heard { get; } = [];

    /// <summary>Whether a caller said so.</summary>
    public bool IsReleased { get; private set; }

    [WorkflowQuery]
    public string Said => string.Join(',', Heard);

    [WorkflowRun]
    public Task<string> RunAsync(string scene) => BehaviourSuite.SceneOf(scene)(this);

    [WorkflowSignal]
    public async Task HearAsync(string what) => Heard.Add(what);

    [WorkflowSignal]
    public async Task HearSlowlyAsync(string what)
    {
        await Workflow.DelayAsync(20);
        Heard.Add(what);
    }

    [WorkflowSignal]
    public async Task ReleaseAsync() => IsReleased = true;

    [WorkflowSignal]
    public async Task BreakAsync(string type) => throw new ApplicationFailureException("broken by signal", errorType: type);

    [WorkflowSignal(UnfinishedPolicy = HandlerUnfinishedPolicy.Abandon)]
    public Task HangAsync() => Workflow.WaitConditionAsync(() => false);

    [WorkflowQuery]
    public string Count(int times, string suffix = "!") => $"{Heard.Count * times}{suffix}";

    [WorkflowQuery]
    public string Throw(string message) => throw new InvalidOperationException(message);

    [WorkflowQuery]
    public string Command()
    {
        _ = Workflow.DelayAsync(1000);
        return "never";
    }

    [WorkflowQuery]
    public IRawValue Raw() => new RawValue(Workflow.PayloadConverter.ToPayload(Heard.Count));

    [WorkflowUpdate]
    public async Task<string> TellAsync(string what)
    {
        Heard.Add(what);
        return $"told {what}";
    }

    [WorkflowUpdateValidator(nameof(TellAsync))]
    public void ValidateTell(string what)
    {
        if (what.Length == 0) throw new ApplicationFailureException("nothing to tell", errorType: "Empty");
        if (what == "plain") throw new InvalidOperationException("plain refusal");
        if (what == "continue") throw Workflow.CreateContinueAsNewException((SceneWorkflow wf) => wf.RunAsync(string.Empty));
    }

    [WorkflowUpdate]
    public async Task<string> TellSlowlyAsync(string what)
    {
        await Workflow.DelayAsync(20);
        if (what == "fail") throw new ApplicationFailureException("failed after acceptance", errorType: "Late");
        Heard.Add(what);
        return $"{Workflow.CurrentUpdateInfo!.Name} {what}";
    }

    [WorkflowUpdate]
    public async Task TellNothingAsync() => Heard.Add("nothing");

    [WorkflowUpdate]
    public async Task<string> TellByActivityAsync(string what) =>
        await Workflow.ExecuteActivityAsync(() => SceneActivities.Echo(what), SceneOptions.Activity);

    [WorkflowUpdate("renamed-update")]
    public async Task<int> AddAsync(int a, int b = 5) => a + b;

    [WorkflowUpdate]
    public Task HangForeverAsync() => Workflow.WaitConditionAsync(() => false);
}
