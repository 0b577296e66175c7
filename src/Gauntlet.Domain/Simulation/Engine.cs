using System.Runtime.CompilerServices;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Simulation;

/// <summary>What happens in one bar, in order: the waiting order fills at the open; levels inside the bar; at the close the account is marked and the strategy decides.</summary>
/// <remarks>Back-test, stress test and paper trading all step this, so that they cannot differ.</remarks>
internal struct Engine<TPilot>(TPilot pilot, ExecutionRules rules, List<Fill>? journal = null)
    where TPilot : struct, IPilot
{
    private TPilot _pilot = pilot;

    public Account Account = new(rules, journal);

    public void Warm(in Bar bar) => Account.Prime(bar.Close, _pilot.OnBar(bar, Account.Holding));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(in Bar bar)
    {
        Account.Open(bar);
        // A constant of the type: the loop of a strategy without levels has no trace of them.
        if (TPilot.HasLevels) Account.Inside(bar);
        Account.Mark(bar);
        if (TPilot.HasLevels) Account.Age();
        var wish = _pilot.OnBar(bar, TPilot.HasLevels ? Account.Holding : default);
        if (TPilot.HasLevels) Account.Protect(wish);
        Account.Decide(wish.Weight, bar.OpenTime);
    }
}

/// <summary>Who decides in the loop.</summary>
internal interface IPilot
{
    /// <summary>Whether it sets levels and looks at its position.</summary>
    static abstract bool HasLevels { get; }

    Wish OnBar(in Bar bar, in Holding holding);
}

/// <summary>A strategy that only says how much it wants to hold.</summary>
internal struct WeightPilot<TStrategy>(TStrategy strategy) : IPilot
    where TStrategy : struct, IStrategy
{
    private TStrategy _strategy = strategy;

    public static bool HasLevels => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wish OnBar(in Bar bar, in Holding holding) => new(_strategy.OnBar(bar));
}

/// <summary>A strategy that protects its position.</summary>
internal struct ExitPilot<TStrategy>(TStrategy strategy) : IPilot
    where TStrategy : struct, IExitStrategy
{
    private TStrategy _strategy = strategy;

    public static bool HasLevels => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wish OnBar(in Bar bar, in Holding holding) => _strategy.OnBar(bar, holding);
}
