using Gauntlet.Contracts.Safety;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Gauntlet.Workflows.Safety;

/// <summary>What holds a workflow back: the emergency latch, which cancels running work at once, and the pause, which only keeps new work from beginning.</summary>
internal sealed class StopLatch
{
    private CancellationTokenSource _stop = new();

    /// <summary>Takes over where the run before this one stood.</summary>
    /// <param name="state">Its latch; null for an open one.</param>
    /// <param name="paused">Why new work waits; null when it does not.</param>
    public StopLatch(LatchState? state = null, string? paused = null)
    {
        State = state ?? LatchState.Open;
        Paused = paused;
        if (State.Stopped) _stop.Cancel();
    }

    /// <summary>The emergency latch.</summary>
    public LatchState State { get; private set; }

    /// <summary>Why new work waits; null when it does not.</summary>
    public string? Paused { get; private set; }

    /// <summary>Neither stopped nor paused.</summary>
    public bool IsOpen => !State.Stopped && Paused is null;

    /// <summary>Closes the latch and cancels running work. A closed latch keeps its first reason, but a later wish to flatten counts.</summary>
    /// <returns>False when the stop was known already.</returns>
    public bool Close(StopRequest request)
    {
        if (State.Stopped)
        {
            var news = request.Flatten && !State.Flatten;
            State = State with { Flatten = State.Flatten || request.Flatten };
            return news;
        }

        State = new(true, request.Reason, request.By, Workflow.UtcNow, request.Flatten);
        _stop.Cancel();
        return true;
    }

    /// <summary>Opens the latch.</summary>
    /// <returns>False when it was open.</returns>
    public bool Open()
    {
        if (!State.Stopped) return false;
        State = LatchState.Open;
        _stop = new();
        return true;
    }

    /// <summary>Holds new work back.</summary>
    public void Pause(PauseRequest request) => Paused = request.Reason;

    /// <summary>Lets new work begin again.</summary>
    public void Continue() => Paused = null;

    /// <summary>Refuses a resume that says nothing or has nothing to lift.</summary>
    /// <exception cref="ApplicationFailureException">No reason, or the latch is open.</exception>
    public void RequireResumable(ResumeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Reason)) throw new ApplicationFailureException("resume: reason is empty; say why it is safe to go on.", errorType: "InvalidInput", nonRetryable: true);
        if (!State.Stopped) throw new ApplicationFailureException("resume: nothing is stopped here; status shows the latch.", errorType: "InvalidInput", nonRetryable: true);
    }

    /// <summary>Waits until new work may begin.</summary>
    public Task WhenOpenAsync() => Workflow.WaitConditionAsync(() => IsOpen);

    /// <summary>Does work that a stop cancels, and asks for it again when the stop is lifted; the work must be repeatable.</summary>
    /// <param name="work">The work; it gets the token that a stop cancels.</param>
    public Task RunAsync(Func<CancellationToken, Task> work) => RunAsync(async token =>
    {
        await work(token);
        return true;
    });

    /// <inheritdoc cref="RunAsync(Func{CancellationToken, Task})"/>
    /// <typeparam name="TResult">What the work gives.</typeparam>
    public async Task<TResult> RunAsync<TResult>(Func<CancellationToken, Task<TResult>> work)
    {
        while (true)
        {
            await WhenOpenAsync();
            var stop = _stop.Token;
            using var either = CancellationTokenSource.CreateLinkedTokenSource(Workflow.CancellationToken, stop);
            try
            {
                return await work(either.Token);
            }
            catch (Exception error) when (TemporalException.IsCanceledException(error) && stop.IsCancellationRequested && !Workflow.CancellationToken.IsCancellationRequested)
            {
                // Cancelled by the stop, not by failure: the same work is asked for again once the latch opens.
                Workflow.Logger.LogInformation(error, "Stopped: {Reason}", State.Reason);
            }
        }
    }
}
