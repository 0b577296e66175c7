using Temporalio.Exceptions;

namespace Temporalio.Worker;

/// <summary>What a worker asks the server before it begins.</summary>
internal static class WorkerValidation
{
    /// <summary>Checks that the namespace exists and learns its limits.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public static async Task RunAsync(WorkerContext context, CancellationToken cancellationToken)
    {
        try
        {
            var described = await context.Service.DescribeNamespaceAsync(
                new() { Namespace = context.Namespace }, WorkerContext.Retried(cancellationToken));
            context.Learn(described.NamespaceInfo);
        }
        catch (RpcException e) when (e.Code == RpcException.StatusCode.NotFound)
        {
            throw new InvalidOperationException($"Worker validation failed: {e.Message}", e);
        }
        catch (RpcException e) when (e.Code is RpcException.StatusCode.PermissionDenied or RpcException.StatusCode.Unimplemented)
        {
            // A key that may only run tasks cannot describe its namespace; the first poll shows what is wrong, if anything is.
            return;
        }
    }
}
