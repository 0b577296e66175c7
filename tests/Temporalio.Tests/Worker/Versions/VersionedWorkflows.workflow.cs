using Temporalio.Common;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker.Versions;

/// <summary>Asks an activity, at each signal, on which build it runs, and stays on the build that it began on.</summary>
[Workflow("PinnedAsker", VersioningBehavior = VersioningBehavior.Pinned)]
public class PinnedAsker
{
    private readonly Asking _asking = new();

    [WorkflowRun]
    public Task<string> RunAsync() => _asking.RunAsync();

    [WorkflowSignal]
    public async Task AskAsync() => _asking.Asked++;

    [WorkflowQuery]
    public string Answers() => _asking.Answers;
}

/// <summary>The same, and goes on with the build that is current.</summary>
[Workflow("UpgradingAsker", VersioningBehavior = VersioningBehavior.AutoUpgrade)]
public class UpgradingAsker
{
    private readonly Asking _asking = new();

    [WorkflowRun]
    public Task<string> RunAsync() => _asking.RunAsync();

    [WorkflowSignal]
    public async Task AskAsync() => _asking.Asked++;

    [WorkflowQuery]
    public string Answers() => _asking.Answers;
}

/// <summary>What both do.</summary>
internal sealed class Asking
{
    private const int Enough = 2;

    public int Asked { get; set; }

    public string Answers { get; private set; } = string.Empty;

    public async Task<string> RunAsync()
    {
        while (Answers.Length < Enough)
        {
            await Workflow.WaitConditionAsync(() => Asked > Answers.Length);
            Answers += await Workflow.ExecuteActivityAsync<string>("Build", [], new() { StartToCloseTimeout = TimeSpan.FromMinutes(1) });
        }

        return Answers;
    }
}
