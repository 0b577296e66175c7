using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Time;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Schedule.V1;

namespace Gauntlet.Temporal.Server.Schedules;

/// <summary>Runs one schedule: wakes at its times, starts its actions, and hears of their ends.</summary>
internal sealed class ScheduleRunner : IDisposable
{
    private const string CancelReason = "cancelled by schedule overlap policy";
    private const string TerminateReason = "terminated by schedule overlap policy";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ScheduleState _state;
    private readonly ScheduleServices _services;
    private readonly ITimer _timer;
    private bool _isDisposed;

    public ScheduleRunner(ScheduleState state, ScheduleServices services)
    {
        _state = state;
        _services = services;
        _timer = services.Clock.CreateTimer(_ => InBackground(static _ => Task.CompletedTask), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Reads the state while nothing changes it.</summary>
    public async Task<T> ReadAsync<T>(Func<ScheduleState, T> read)
    {
        await _gate.WaitAsync();
        try
        {
            return read(_state);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Changes the state, then does what has become due.</summary>
    public async Task ChangeAsync(Func<ScheduleState, Task> change)
    {
        using var hold = _services.Clock.Hold("schedule");
        await _gate.WaitAsync();
        try
        {
            if (_isDisposed) return;
            ScheduleClock.Collect(_state, _services.Clock.GetUtcNow());
            await change(_state);
            await WorkAsync();
            _services.Publish(_state);
            await _services.SaveAsync(_state);
        }
        finally
        {
            Arm();
            _gate.Release();
        }
    }

    /// <summary>Goes on where another server ended: hears of runs that closed meanwhile, and does what has become due.</summary>
    public void Resume()
    {
        _services.Publish(_state);
        foreach (var runId in _state.Running.Concat(_state.Recent).Where(static action => action.Status == WorkflowExecutionStatus.Running).Select(static action => action.RunId).Distinct(StringComparer.Ordinal))
        {
            Follow(runId);
            if (_services.IsUnknown(_state.Namespace, runId)) Closed(runId);
        }

        InBackground(static _ => Task.CompletedTask);
    }

    /// <summary>Does one manual thing: triggers, backfills, pauses and resumes.</summary>
    public Task PatchAsync(SchedulePatch patch) => ChangeAsync(state =>
    {
        SchedulePatching.Apply(state, patch, _services.Clock.GetUtcNow());
        return Task.CompletedTask;
    });

    /// <summary>A run of this schedule has closed.</summary>
    public void Closed(string runId) => InBackground(state => ScheduleEnds.ApplyAsync(state, runId, _services, Follow));

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        _timer.Dispose();
    }

    private void InBackground(Func<ScheduleState, Task> change)
    {
        // The hold keeps a skipping clock where it is until the work has been done.
        var hold = _services.Clock.Hold("schedule");
        _ = Task.Run(async () =>
        {
            using (hold) await UntilDoneAsync(change);
        });
    }

    // While the store cannot be reached nothing is given up; a change that is made twice is as good as made once.
    private async Task UntilDoneAsync(Func<ScheduleState, Task> change)
    {
        while (!_isDisposed)
        {
            try
            {
                await ChangeAsync(change);
                return;
            }
            catch (GrpcException error) when (error.Code == GrpcStatusCode.Unavailable)
            {
                _services.Log.LogDebug(error, "Schedule {Schedule} waits for the store", _state.Id);
                await Task.Delay(Pause, _services.Clock.Real);
            }
            catch (Exception error)
            {
                _services.Log.LogError(error, "Schedule {Schedule} failed", _state.Id);
                return;
            }
        }
    }

    private async Task WorkAsync()
    {
        var decision = OverlapDecision.Of(_state.Running.Count > 0, _state.Buffer);
        _state.Buffer.Clear();
        _state.Buffer.AddRange(decision.Keep);
        _state.OverlapSkipped += decision.Skipped;
        foreach (var (due, place) in decision.Start.Select(static (due, place) => (due, place)))
        {
            if (!TakesFromLimit(due)) continue;
            try
            {
                await StartAsync(due);
            }
            catch (GrpcException error) when (error.Code == GrpcStatusCode.Unavailable)
            {
                // Not given up: this one and those behind it wait for the next look.
                if (TakesOne(due)) _state.Schedule.State.RemainingActions++;
                _state.Buffer.InsertRange(0, decision.Start.Skip(place));
                throw;
            }
        }

        if (decision.Cancel) await EndOthersAsync(run => _services.Runs.CancelAsync(run.Cancel(_state, CancelReason)));
        if (decision.Terminate) await EndOthersAsync(run => _services.Runs.TerminateAsync(run.Terminate(_state, TerminateReason)));
    }

    private bool TakesOne(DueAction due) => !due.IsManual && _state.Schedule.State.LimitedActions;

    private bool TakesFromLimit(DueAction due)
    {
        var limit = _state.Schedule.State;
        if (!TakesOne(due)) return true;
        if (limit.RemainingActions <= 0) return false;
        limit.RemainingActions--;
        return true;
    }

    private async Task StartAsync(DueAction due)
    {
        if (_state.Schedule.Action.StartWorkflow is null) return;
        var request = ScheduledStart.Request(_state, due);
        try
        {
            var runId = await _services.Runs.StartAsync(request);
            var started = new StartedAction
            {
                Nominal = due.Nominal,
                Started = _services.Clock.GetUtcNow(),
                WorkflowId = request.WorkflowId,
                FirstRunId = runId,
                RunId = runId,
                IsOverlapping = due.Policy == ScheduleOverlapPolicy.AllowAll,
            };
            _state.ActionCount++;
            if (!started.IsOverlapping) _state.Running.Add(started);
            _state.Recent.Add(started);
            if (_state.Recent.Count > ScheduleState.RecentActions) _state.Recent.RemoveAt(0);
            Follow(runId);
        }
        catch (GrpcException refusal) when (refusal.Code != GrpcStatusCode.Unavailable)
        {
            _services.Log.LogWarning(refusal, "Schedule {Schedule}: {Workflow} could not be started", _state.Id, request.WorkflowId);
        }
    }

    private async Task EndOthersAsync(Func<StartedAction, Task> end)
    {
        foreach (var run in _state.Running.Where(static r => !r.IsAskedToEnd).ToList())
        {
            run.IsAskedToEnd = true;
            try
            {
                await end(run);
            }
            catch (GrpcException refusal) when (refusal.Code == GrpcStatusCode.Unavailable)
            {
                run.IsAskedToEnd = false;
                throw;
            }
            catch (GrpcException refusal) when (refusal.Code == GrpcStatusCode.NotFound)
            {
                _services.Log.LogDebug(refusal, "Schedule {Schedule}: {Workflow} has ended by itself", _state.Id, run.WorkflowId);
            }
        }
    }

    // A run may have closed before anybody listened.
    private void Follow(string runId)
    {
        _services.Follow(_state.Namespace, runId, this);
        if (_services.IsClosed(_state.Namespace, runId)) Closed(runId);
    }

    private void Arm()
    {
        if (_isDisposed || ScheduleClock.Wake(_state) is not { } wake) return;
        var wait = wake - _services.Clock.GetUtcNow();
        _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
