namespace Gauntlet.Domain.Stress.Economy;

/// <summary>Where each unknown of an equilibrium stands in the vector that Newton's method moves. Prices and quantities are logarithms, so that they stay positive.</summary>
internal sealed class Unknowns
{
    public Unknowns(Economy economy, Closure closure)
    {
        var (goods, factors) = (economy.Goods, economy.Factors);
        CapitalPrices = closure.Capital == CapitalMarket.Specific ? goods : 1;
        ExchangeRate = CapitalPrices + factors - 1;
        DomesticPrice = ExchangeRate + 1;
        Composite = DomesticPrice + goods;
        Output = Composite + goods;
        var next = Output + goods;
        Employment = closure.Labour == LabourMarket.FixedWage ? next++ : -1;
        DirectTax = closure.Government == GovernmentBudget.TaxFinanced ? next++ : -1;
        Count = next;
    }

    /// <summary>Number of unknowns.</summary>
    public int Count { get; }

    /// <summary>Rental rates at the start: one, or one a sector. The other factors' prices follow, the wage last.</summary>
    public int CapitalPrices { get; }

    public int ExchangeRate { get; }

    public int DomesticPrice { get; }

    public int Composite { get; }

    public int Output { get; }

    /// <summary>Employment over the base year's; −1 where all labour is employed.</summary>
    public int Employment { get; }

    /// <summary>Direct tax rate over the given one; −1 where it is given.</summary>
    public int DirectTax { get; }

    /// <summary>Price of a factor in a sector.</summary>
    public int FactorPrice(int factor, int good) => factor == 0 ? (CapitalPrices == 1 ? 0 : good) : CapitalPrices + factor - 1;

    /// <summary>The base year: all prices 1.</summary>
    public double[] Base(Economy economy)
    {
        var start = new double[Count];
        for (var i = 0; i < economy.Goods; i++)
        {
            start[Composite + i] = Math.Log(economy.BaseComposite[i]);
            start[Output + i] = Math.Log(economy.BaseOutput[i]);
        }

        return start;
    }
}
