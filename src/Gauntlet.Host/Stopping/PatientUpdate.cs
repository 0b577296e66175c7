using Gauntlet.Host.CommandLine;
using Gauntlet.Host.Terminal;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace Gauntlet.Host.Stopping;

/// <summary>An update on a person's behalf: what the workflow refuses is bad input, and what it does not answer in time has failed.</summary>
internal static class PatientUpdate
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Sends it and waits for the answer.</summary>
    /// <param name="receiver">Who is asked, for the message when it does not answer.</param>
    /// <param name="update">Sends the update with these options.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="CommandException">Refused, or not answered.</exception>
    public static async Task<T> SendAsync<T>(string receiver, Func<WorkflowUpdateOptions, Task<T>> update, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return await update(new() { Rpc = new() { CancellationToken = patience.Token } });
        }
        catch (WorkflowUpdateFailedException error) when (error.InnerException is ApplicationFailureException refusal)
        {
            throw CommandException.BadInput(refusal.Message, error);
        }
        catch (Exception error) when (patience.IsCancellationRequested && !cancellation.IsCancellationRequested && error is OperationCanceledException or RpcException)
        {
            throw CommandException.Failed($"{receiver} did not answer within {Times.Of(Patience)}: is there a worker? 'gauntlet status' shows it.", error);
        }
    }
}
