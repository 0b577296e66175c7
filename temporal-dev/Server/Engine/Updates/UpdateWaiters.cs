using Temporalio.Api.Update.V1;

namespace Gauntlet.Temporal.Server.Engine.Updates;

/// <summary>Waiters of a run's updates that are not finished, by update id.</summary>
internal sealed class UpdateWaiters
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, UpdateWaiter> _waiters = new(StringComparer.Ordinal);

    public UpdateWaiter Get(string updateId)
    {
        lock (_lock)
        {
            if (!_waiters.TryGetValue(updateId, out var waiter))
            {
                _waiters.Add(updateId, waiter = new());
            }

            return waiter;
        }
    }

    public void Accept(string updateId) => Get(updateId).Accept();

    public void Complete(string updateId, Outcome outcome) => Take(updateId)?.Complete(outcome);

    public void Abort(string updateId, Exception error) => Take(updateId)?.Abort(error);

    private UpdateWaiter? Take(string updateId)
    {
        lock (_lock)
        {
            _waiters.Remove(updateId, out var waiter);
            return waiter;
        }
    }
}
