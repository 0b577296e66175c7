namespace Temporalio.Worker.Tuning;

/// <summary>How many polls a worker keeps open.</summary>
public abstract class PollerBehavior
{
    private protected PollerBehavior()
    {
    }

    /// <summary>Polls to keep open from the start.</summary>
    internal abstract int Count { get; }

    /// <summary>A fixed number.</summary>
    /// <param name="maximum">How many, at least one.</param>
    public sealed class SimpleMaximum(int maximum) : PollerBehavior
    {
        /// <summary>How many.</summary>
        public int Maximum { get; } = maximum;

        /// <inheritdoc/>
        internal override int Count => Maximum;
    }

    /// <summary>A number between bounds; this worker keeps to the initial one.</summary>
    /// <param name="minimum">At least.</param>
    /// <param name="maximum">At most.</param>
    /// <param name="initial">At first.</param>
    public sealed class Autoscaling(int minimum = 1, int maximum = 100, int initial = 5) : PollerBehavior
    {
        /// <summary>At least.</summary>
        public int Minimum { get; } = minimum;

        /// <summary>At most.</summary>
        public int Maximum { get; } = maximum;

        /// <summary>At first.</summary>
        public int Initial { get; } = initial;

        /// <inheritdoc/>
        internal override int Count => Math.Clamp(Initial, Minimum, Maximum);
    }
}
