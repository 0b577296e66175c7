using Gauntlet.Temporal.Grpc;
using Temporalio.Api.ErrorDetails.V1;

namespace Gauntlet.Temporal.Server.Schedules;

/// <summary>The schedules of this server: all in memory, each change kept before it is answered.</summary>
internal sealed class ScheduleBook(ScheduleServices services) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Namespace, string Id), (ScheduleState State, ScheduleRunner Runner)> _schedules = [];
    private readonly HashSet<(string Namespace, string Id)> _deleted = [];

    /// <summary>Takes up the schedules that a store has: what has become due meanwhile is done by their catch-up windows.</summary>
    public async Task StartAsync()
    {
        foreach (var state in await services.ReadAsync())
        {
            var runner = new ScheduleRunner(state, services);
            lock (_gate) _schedules.Add((state.Namespace, state.Id), (state, runner));
            runner.Resume();
        }
    }

    /// <summary>Adds a schedule. The same request again finds the one that it made.</summary>
    /// <returns>The schedule, and whether it is new.</returns>
    /// <exception cref="GrpcException">ALREADY_EXISTS.</exception>
    public (ScheduleRunner Runner, bool IsNew) Add(ScheduleState state)
    {
        lock (_gate)
        {
            var key = (state.Namespace, state.Id);
            if (_schedules.TryGetValue(key, out var existing))
                return existing.State.RequestId == state.RequestId ? (existing.Runner, false) : throw Exists(existing.State);
            var runner = new ScheduleRunner(state, services);
            _schedules.Add(key, (state, runner));
            _deleted.Remove(key);
            return (runner, true);
        }
    }

    /// <summary>The schedule of that id; null if there is none.</summary>
    public ScheduleRunner? Find(string @namespace, string id)
    {
        lock (_gate) return _schedules.GetValueOrDefault((@namespace, id)).Runner;
    }

    /// <summary>The schedule of that id.</summary>
    /// <exception cref="GrpcException">NOT_FOUND, worded differently for one that was there.</exception>
    public ScheduleRunner Require(string @namespace, string id, string deleted = "workflow execution already completed")
    {
        lock (_gate)
        {
            if (_schedules.TryGetValue((@namespace, id), out var found)) return found.Runner;
            throw GrpcException.With(
                GrpcStatusCode.NotFound,
                _deleted.Contains((@namespace, id)) ? deleted : $"workflow not found for ID: {ScheduleRecord.WorkflowId(id)}",
                new NotFoundFailure());
        }
    }

    /// <summary>Ends a schedule; what it started goes on.</summary>
    /// <exception cref="GrpcException">NOT_FOUND.</exception>
    public async Task DeleteAsync(string @namespace, string id)
    {
        Require(@namespace, id);
        ScheduleState state;
        lock (_gate)
        {
            if (!_schedules.Remove((@namespace, id), out var found)) return;
            _deleted.Add((@namespace, id));
            found.Runner.Dispose();
            state = found.State;
            services.Withdraw(state);
        }

        await services.RemoveAsync(state);
    }

    /// <summary>Ends all schedules of a namespace.</summary>
    public async Task DeleteAllAsync(string @namespace)
    {
        List<string> ids;
        lock (_gate) ids = [.. _schedules.Keys.Where(key => key.Namespace == @namespace).Select(static key => key.Id)];
        foreach (var id in ids) await DeleteAsync(@namespace, id);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var (_, runner) in _schedules.Values) runner.Dispose();
        }
    }

    private static GrpcException Exists(ScheduleState state) => GrpcException.With(
        GrpcStatusCode.AlreadyExists,
        $"Workflow execution is already running. WorkflowId: {ScheduleRecord.WorkflowId(state.Id)}, RunId: {state.RunId}.",
        new WorkflowExecutionAlreadyStartedFailure { StartRequestId = state.RequestId, RunId = state.RunId });
}
