using Gauntlet.Domain.Simulation.Orders;

namespace Gauntlet.Domain.Simulation.Backtests;

/// <summary>How much an account held and traded, bar by bar.</summary>
/// <param name="Net">Signed value of all positions at the close, as a fraction of equity; 0 where there is no equity.</param>
/// <param name="Gross">Unsigned value of all positions at the close, as a fraction of equity.</param>
/// <param name="Turnover">Traded value of the bar, as a fraction of equity at its close.</param>
/// <param name="FeesFraction">Fees of the bar, as a fraction of equity at its close.</param>
public sealed record ActivityPath(IReadOnlyList<double> Net, IReadOnlyList<double> Gross, IReadOnlyList<double> Turnover, IReadOnlyList<double> FeesFraction)
{
    /// <summary>Of one market: steps through the back-test once more, since it keeps no fills.</summary>
    public static ActivityPath Of(Backtest test)
    {
        var session = test.Strategy.Open(test.Parameters, test.Rules);
        var bars = test.Market;
        for (var i = 0; i < test.WarmUp; i++) session.Warm(bars[i]);
        var path = new Recorder(bars.Count - test.WarmUp);
        for (var i = test.WarmUp; i < bars.Count; i++)
        {
            var outcome = session.Step(bars[i]);
            var value = outcome.Position * bars.Close[i];
            path.Add(outcome.Equity, value, Math.Abs(value), outcome.TradedValue, outcome.Fills.Sum(fill => fill.Fee));
        }

        return path.Done();
    }

    /// <summary>Of several markets.</summary>
    public static ActivityPath Of(PortfolioResult result)
    {
        var path = new Recorder(result.Times.Count);
        var fill = 0;
        for (var step = 0; step < result.Times.Count; step++)
        {
            double traded = 0, fees = 0;
            for (; fill < result.Fills.Count && result.Fills[fill].Step == step; fill++)
            {
                traded += Math.Abs(result.Fills[fill].Fill.Quantity * result.Fills[fill].Fill.Price);
                fees += result.Fills[fill].Fill.Fee;
            }

            path.Add(result.Equity[step], result.Values.Sum(values => values[step]), result.Values.Sum(values => Math.Abs(values[step])), traded, fees);
        }

        return path.Done();
    }

    private sealed class Recorder(int length)
    {
        private readonly double[] _net = new double[length], _gross = new double[length], _turnover = new double[length], _fees = new double[length];
        private int _count;

        public void Add(double equity, double net, double gross, double traded, double fees)
        {
            if (equity > 0) (_net[_count], _gross[_count], _turnover[_count], _fees[_count]) = (net / equity, gross / equity, traded / equity, fees / equity);
            _count++;
        }

        public ActivityPath Done() => new(_net, _gross, _turnover, _fees);
    }
}
