namespace Temporalio.Workflows;

/// <content>Durable timers and conditions.</content>
public static partial class Workflow
{
    /// <summary>Waits.</summary>
    /// <param name="millisecondsDelay">How long; 0 becomes 1, -1 is for ever.</param>
    /// <param name="cancellationToken">Ends the wait by <see cref="TaskCanceledException"/>; null for the workflow's.</param>
    /// <exception cref="ArgumentException">The delay is below -1.</exception>
    public static Task DelayAsync(int millisecondsDelay, CancellationToken? cancellationToken = null) =>
        DelayAsync(TimeSpan.FromMilliseconds(millisecondsDelay), cancellationToken);

    /// <summary>Waits.</summary>
    /// <param name="delay">How long; zero becomes one millisecond, <see cref="Timeout.InfiniteTimeSpan"/> is for ever.</param>
    /// <param name="cancellationToken">Ends the wait by <see cref="TaskCanceledException"/>; null for the workflow's.</param>
    /// <exception cref="ArgumentException">The delay is negative.</exception>
    public static Task DelayAsync(TimeSpan delay, CancellationToken? cancellationToken = null) =>
        DelayWithOptionsAsync(new(delay, cancellationToken: cancellationToken));

    /// <summary>Waits.</summary>
    /// <param name="options">How long, and words that are shown.</param>
    /// <exception cref="ArgumentException">The delay is negative and not infinite.</exception>
    public static Task DelayWithOptionsAsync(DelayOptions options) =>
        Context.Outbound.DelayAsync(new(options.Delay, options.CancellationToken, options.Summary));

    /// <summary>Waits until a condition holds.</summary>
    /// <param name="conditionCheck">The condition; it must not change anything.</param>
    /// <param name="cancellationToken">Ends the wait; null for the workflow's.</param>
    public static Task WaitConditionAsync(Func<bool> conditionCheck, CancellationToken? cancellationToken = null) =>
        WaitConditionWithOptionsAsync(new(conditionCheck, cancellationToken: cancellationToken));

    /// <summary>Waits until a condition holds or time runs out.</summary>
    /// <param name="conditionCheck">The condition; it must not change anything.</param>
    /// <param name="timeoutMilliseconds">Longest wait; -1 is for ever.</param>
    /// <param name="cancellationToken">Ends the wait; null for the workflow's.</param>
    /// <returns>True if it holds, false if time ran out.</returns>
    public static Task<bool> WaitConditionAsync(
        Func<bool> conditionCheck, int timeoutMilliseconds, CancellationToken? cancellationToken = null) =>
        WaitConditionAsync(conditionCheck, TimeSpan.FromMilliseconds(timeoutMilliseconds), cancellationToken);

    /// <summary>Waits until a condition holds or time runs out.</summary>
    /// <param name="conditionCheck">The condition; it must not change anything.</param>
    /// <param name="timeout">Longest wait; <see cref="Timeout.InfiniteTimeSpan"/> is for ever.</param>
    /// <param name="cancellationToken">Ends the wait; null for the workflow's.</param>
    /// <returns>True if it holds, false if time ran out.</returns>
    public static Task<bool> WaitConditionAsync(
        Func<bool> conditionCheck, TimeSpan timeout, CancellationToken? cancellationToken = null) =>
        WaitConditionWithOptionsAsync(new(conditionCheck, timeout, cancellationToken: cancellationToken));

    /// <summary>Waits until a condition holds or time runs out.</summary>
    /// <param name="options">The condition and how long.</param>
    /// <returns>True if it holds, false if time ran out.</returns>
    public static Task<bool> WaitConditionWithOptionsAsync(WaitConditionOptions options) => Context.Conditions.WaitAsync(options);
}
