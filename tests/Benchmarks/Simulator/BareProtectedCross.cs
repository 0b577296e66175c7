using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;

namespace Gauntlet.Benchmarks.Simulator;

/// <summary>What <see cref="ProtectedCross"/> does, as one loop over arrays: stops inside the bar, slippage, and fees by the value of thirty days.</summary>
internal static class BareProtectedCross
{
    /// <summary>Final equity.</summary>
    public static double Run(BarSeries bars, ExecutionRules rules, int fast, int slow, double stopShare)
    {
        var times = bars.Times;
        var open = bars.Open;
        var high = bars.High;
        var low = bars.Low;
        var close = bars.Close;
        var equity = GC.AllocateUninitializedArray<double>(close.Length);
        var slip = rules.Costs.HalfSpreadFraction + rules.Costs.SlippageFraction;
        double[] from = [.. rules.Costs.Tiers!.Steps.Select(step => step.VolumeFrom)], taker = [.. rules.Costs.Tiers.Steps.Select(step => step.TakerFraction)];
        var days = new double[FeeTiers.Days];
        long day = 0;
        double cash = rules.StartingCash, position = 0, entry = 0, fastSum = 0, slowSum = 0, wished = 0, stop = double.NaN;
        int side = 0, target = 0, ordered = 0;
        bool waiting = false, held = false, seen = false;
        for (var i = 0; i < close.Length; i++)
        {
            if (waiting)
            {
                waiting = false;
                var price = open[i] * (1 + (Math.Sign(wished - position) * slip));
                var fee = Rate(times[i]);
                var limit = (cash + (position * price) + (target * fee * position * price)) / (price * (1 + fee));
                Trade((Math.Abs(wished) <= limit ? wished : target * limit) - position, price, fee, times[i]);
                entry = price;
            }

            if (position > 0 && ordered > 0 && low[i] <= stop) Leave(Math.Min(open[i], stop) * (1 - slip), times[i]);
            else if (position < 0 && ordered < 0 && high[i] >= stop) Leave(Math.Max(open[i], stop) * (1 + slip), times[i]);

            fastSum += close[i] - (i >= fast ? close[i - fast] : 0);
            slowSum += close[i] - (i >= slow ? close[i - slow] : 0);
            equity[i] = cash + (position * close[i]);
            if (i < slow - 1) continue;

            var now = Math.Sign((fastSum / fast) - (slowSum / slow));
            if (held && position == 0) target = 0;
            var turned = seen && now != 0 && now != side && now != target;
            if (turned) target = now;
            side = now;
            seen = true;
            held = position != 0;
            stop = turned || !held ? double.NaN : entry * (1 - (target * stopShare));
            if (target == ordered) continue;
            ordered = target;
            wished = target * equity[i] / close[i];
            waiting = true;
        }

        return equity[^1];

        double Rate(DateTime time)
        {
            Advance(time);
            double volume = 0;
            foreach (var value in days) volume += value;
            var tier = from.Length - 1;
            while (tier > 0 && from[tier] > volume) tier--;
            return taker[tier];
        }

        void Advance(DateTime time)
        {
            var today = time.Ticks / TimeSpan.TicksPerDay;
            for (var next = Math.Max(day + 1, today - FeeTiers.Days + 1); next <= today; next++) days[next % FeeTiers.Days] = 0;
            day = today;
        }

        void Leave(double price, DateTime time)
        {
            Trade(-position, price, Rate(time), time);
            ordered = 0;
            stop = double.NaN;
        }

        void Trade(double quantity, double price, double fee, DateTime time)
        {
            var value = Math.Abs(quantity) * price;
            cash -= (quantity * price) + (value * fee);
            position += quantity;
            Advance(time);
            days[day % FeeTiers.Days] += value;
        }
    }
}
