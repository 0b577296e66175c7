using Temporalio.Worker.Polling;

namespace Temporalio.Worker.Tuning;

/// <summary>How many polls a worker keeps open.</summary>
public abstract class PollerBehavior
{
    private protected PollerBehavior()
    {
    }

    /// <summary>A scale that begins anew.</summary>
    internal abstract PollerScale Scale();

    /// <summary>A fixed number.</summary>
    /// <param name="maximum">How many, at least one.</param>
    public sealed class SimpleMaximum(int maximum) : PollerBehavior
    {
        /// <summary>How many.</summary>
        public int Maximum { get; } = maximum;

        /// <inheritdoc/>
        internal override PollerScale Scale() => PollerScale.Fixed(Maximum);
    }

    /// <summary>A number between bounds, as the server's backlog asks for.</summary>
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
        internal override PollerScale Scale() => PollerScale.Between(Minimum, Maximum, Initial);
    }
}
