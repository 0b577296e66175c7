using System.Collections.Concurrent;
using System.Globalization;
using Temporalio.Exceptions;

namespace Gauntlet.Proofs.Server;

/// <summary>Calls a server that is killed now and then until it has answered, and knows which answers are owed.</summary>
/// <param name="cancellation">Gives everything up.</param>
internal sealed class Persistence(CancellationToken cancellation)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<Question, byte> _open = new();

    /// <summary>What has no answer yet, since when, and the last error instead of one; the oldest first.</summary>
    public IReadOnlyList<string> Open =>
        [.. _open.Keys.OrderBy(static question => question.Since).Select(static question => string.Create(CultureInfo.InvariantCulture, $"{question.What}, since {question.Since:HH:mm:ss.fff}{question.LastError}"))];

    /// <summary>Calls until there is an answer.</summary>
    /// <param name="what">Names the call where its answer is missed.</param>
    /// <param name="call">The call, as often as need be.</param>
    /// <exception cref="RpcException">The server refused it for another reason than that it was away.</exception>
    public async Task<T> AskAsync<T>(string what, Func<Task<T>> call)
    {
        var question = new Question(what, TimeProvider.System.GetUtcNow());
        _open[question] = 0;
        try
        {
            while (true)
            {
                try
                {
                    return await call();
                }
                catch (Exception error) when (MayPass(error))
                {
                    question.LastError = $": {error.GetType().Name}: {error.Message}";
                    await Task.Delay(Pause, TimeProvider.System, cancellation);
                }
            }
        }
        finally
        {
            _open.TryRemove(question, out _);
        }
    }

    /// <summary>Calls until it has been done.</summary>
    public Task DoAsync(string what, Func<Task> call) => AskAsync(what, async () =>
    {
        await call();
        return true;
    });

    private static bool MayPass(Exception error) => error switch
    {
        WorkflowUpdateRpcTimeoutOrCanceledException => true,
        RpcException { Code: RpcException.StatusCode.Unavailable or RpcException.StatusCode.DeadlineExceeded or RpcException.StatusCode.Cancelled } => true,
        RpcException { Code: RpcException.StatusCode.Unknown or RpcException.StatusCode.Internal or RpcException.StatusCode.Aborted or RpcException.StatusCode.ResourceExhausted } => true,
        _ => false,
    };

    private sealed class Question(string what, DateTimeOffset since)
    {
        public string What { get; } = what;

        public DateTimeOffset Since { get; } = since;

        public string LastError { get; set; } = string.Empty;
    }
}
