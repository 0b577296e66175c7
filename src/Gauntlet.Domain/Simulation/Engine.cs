using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Simulation;

/// <summary>What happens in one bar, in order: the waiting order fills at the open; at the close the strategy decides and the account is marked.</summary>
/// <remarks>Back-test, stress test and paper trading all step this, so that they cannot differ.</remarks>
internal struct Engine<TStrategy>(TStrategy strategy, ExecutionRules rules)
    where TStrategy : struct, IStrategy
{
    private TStrategy _strategy = strategy;

    public Account Account = new(rules);

    public void Warm(in Bar bar) => Account.Prime(bar.Close, _strategy.OnBar(bar));

    public void Step(in Bar bar)
    {
        Account.Open(bar.Open, bar.OpenTime);
        Account.Close(bar.Close, _strategy.OnBar(bar));
    }
}
