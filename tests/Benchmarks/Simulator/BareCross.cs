using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;

namespace Gauntlet.Benchmarks.Simulator;

/// <summary>The back-test of two moving averages as one loop over arrays that can do nothing else: same decisions, fills, fees and equity.</summary>
internal static class BareCross
{
    /// <summary>Final equity.</summary>
    public static double Run(BarSeries bars, ExecutionRules rules, int fast, int slow)
    {
        var open = bars.Open;
        var close = bars.Close;
        var equity = GC.AllocateUninitializedArray<double>(close.Length);
        var slip = rules.Costs.HalfSpreadFraction + rules.Costs.SlippageFraction;
        var fee = rules.Costs.FeeFraction;
        double cash = rules.StartingCash, position = 0, fastSum = 0, slowSum = 0, wished = 0;
        var waiting = false;
        int side = 0, target = 0;
        for (var i = 0; i < close.Length; i++)
        {
            if (waiting)
            {
                waiting = false;
                var price = open[i] * (1 + (Math.Sign(wished - position) * slip));
                var limit = (cash + (position * price) + (target * fee * position * price)) / (price * (1 + fee));
                var quantity = (Math.Abs(wished) <= limit ? wished : target * limit) - position;
                cash -= (quantity * price) + (Math.Abs(quantity) * price * fee);
                position += quantity;
            }

            fastSum += close[i] - (i >= fast ? close[i - fast] : 0);
            slowSum += close[i] - (i >= slow ? close[i - slow] : 0);
            equity[i] = cash + (position * close[i]);
            if (i < slow - 1) continue;

            var distance = (fastSum / fast) - (slowSum / slow);
            var now = Math.Abs(distance) <= 1e-9 * slowSum / slow ? 0 : Math.Sign(distance);
            if (i >= slow && ((now > 0 && side <= 0) || (now < 0 && side >= 0)) && target != now)
            {
                target = now;
                wished = target * equity[i] / close[i];
                waiting = true;
            }

            side = now;
        }

        return equity[^1];
    }
}
