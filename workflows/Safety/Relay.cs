using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Safety;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Gauntlet.Workflows.Safety;

/// <summary>Hands a stop, its end, a pause or another word on to other workflows.</summary>
internal static class Relay
{
    /// <summary>Tells workflows to stop.</summary>
    public static Task StopAsync(IEnumerable<string> workflowIds, StopRequest request) => SendAsync(workflowIds, MessageNames.EmergencyStop, request);

    /// <summary>Tells workflows that the stop is lifted.</summary>
    public static Task ResumeAsync(IEnumerable<string> workflowIds, ResumeRequest request) => SendAsync(workflowIds, MessageNames.EmergencyResume, request);

    /// <summary>Tells workflows to begin no new work.</summary>
    public static Task PauseAsync(IEnumerable<string> workflowIds, PauseRequest request) => SendAsync(workflowIds, MessageNames.Pause, request);

    /// <summary>Tells workflows to go on after a pause.</summary>
    public static Task ContinueAsync(IEnumerable<string> workflowIds, PauseRequest request) => SendAsync(workflowIds, MessageNames.Continue, request);

    private static Task SendAsync(IEnumerable<string> workflowIds, string signal, object payload) =>
        Workflow.WhenAllAsync(workflowIds.Select(id => TrySendAsync(id, signal, payload)).ToList());

    /// <summary>Sends a signal to a workflow that may have ended.</summary>
    /// <returns>False where it has.</returns>
    public static async Task<bool> TrySendAsync(string workflowId, string signal, object payload)
    {
        try
        {
            await Workflow.GetExternalWorkflowHandle(workflowId).SignalAsync(signal, [payload], new() { CancellationToken = CancellationToken.None });
            return true;
        }
        catch (FailureException error) when (!TemporalException.IsCanceledException(error))
        {
            // It ended before the signal came: nothing is left there to stop or to resume.
            Workflow.Logger.LogInformation(error, "{Signal} did not reach {WorkflowId}", signal, workflowId);
            return false;
        }
    }
}
