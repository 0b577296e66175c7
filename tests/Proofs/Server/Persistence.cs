using Temporalio.Exceptions;

namespace Gauntlet.Proofs.Server;

/// <summary>Calls a server that is killed now and then until it has answered.</summary>
internal static class Persistence
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Calls until there is an answer.</summary>
    /// <param name="call">The call, as often as need be.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RpcException">The server refused it for another reason than that it was away.</exception>
    public static async Task<T> AskAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (Exception error) when (MayPass(error))
            {
                await Task.Delay(Pause, TimeProvider.System, cancellation);
            }
        }
    }

    private static bool MayPass(Exception error) => error switch
    {
        WorkflowUpdateRpcTimeoutOrCanceledException => true,
        RpcException { Code: RpcException.StatusCode.Unavailable or RpcException.StatusCode.DeadlineExceeded or RpcException.StatusCode.Cancelled } => true,
        RpcException { Code: RpcException.StatusCode.Unknown or RpcException.StatusCode.Internal or RpcException.StatusCode.Aborted or RpcException.StatusCode.ResourceExhausted } => true,
        _ => false,
    };
}
