using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Tests.Simulation;

/// <summary>Wishes for given weights bar by bar, the last one for ever.</summary>
internal struct ScriptedStrategy(params double[] weights) : IStrategy
{
    private int _next;

    public readonly int WarmUp => 0;

    public double OnBar(in Bar bar) => weights[Math.Min(_next++, weights.Length - 1)];
}
