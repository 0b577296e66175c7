namespace Gauntlet.Domain.Stress.Economy;

/// <summary>Where capital can go.</summary>
public enum CapitalMarket
{
    /// <summary>Wherever it earns most: one rental rate.</summary>
    Mobile,

    /// <summary>Nowhere within the year: each sector has its own rental rate.</summary>
    Specific,
}

/// <summary>What gives way on the labour market.</summary>
public enum LabourMarket
{
    /// <summary>The wage: all labour is employed.</summary>
    FullEmployment,

    /// <summary>Employment: the real wage follows the wage curve.</summary>
    FixedWage,
}

/// <summary>What gives way in the government's budget.</summary>
public enum GovernmentBudget
{
    /// <summary>Everything in proportion: it spends and saves fixed shares of revenue.</summary>
    Share,

    /// <summary>Saving: it buys fixed quantities.</summary>
    FixedSpending,

    /// <summary>The direct tax rate: it buys fixed quantities and saves a fixed share of revenue.</summary>
    TaxFinanced,
}

/// <summary>What prices are measured in; nothing real depends on it.</summary>
public enum Numeraire
{
    /// <summary>The wage.</summary>
    Wage,

    /// <summary>The price of the base year's consumption.</summary>
    ConsumerPrices,

    /// <summary>The exchange rate.</summary>
    ExchangeRate,
}

/// <summary>Which variables give way when an economy is shocked. Foreign saving is always given, investment is what is saved, the exchange rate floats.</summary>
/// <param name="Capital">Capital market.</param>
/// <param name="Labour">Labour market.</param>
/// <param name="Government">Government's budget.</param>
/// <param name="Numeraire">Unit of prices.</param>
/// <param name="NumeraireValue">Value of the numeraire, positive. Default 1.</param>
/// <param name="WageCurve">κ of wage/prices = (employment/base)^κ under <see cref="LabourMarket.FixedWage"/>, not negative; 0 fixes the real wage. Default 0.</param>
public sealed record Closure(
    CapitalMarket Capital,
    LabourMarket Labour,
    GovernmentBudget Government,
    Numeraire Numeraire,
    double NumeraireValue = 1,
    double WageCurve = 0)
{
    /// <summary>The textbook's: mobile capital, full employment.</summary>
    public static Closure Textbook { get; } = new(CapitalMarket.Mobile, LabourMarket.FullEmployment, GovernmentBudget.Share, Numeraire.Wage);

    /// <summary>Of one year: capital stays where it is, real wages are fixed, employment gives way. The one to stress with.</summary>
    public static Closure ShortRun { get; } = new(CapitalMarket.Specific, LabourMarket.FixedWage, GovernmentBudget.Share, Numeraire.ConsumerPrices);

    /// <summary>Refuses combinations that mean nothing.</summary>
    /// <exception cref="Input.InvalidInputException">A value out of range.</exception>
    internal Closure Validated()
    {
        if (!(NumeraireValue > 0)) throw new Input.InvalidInputException(nameof(NumeraireValue), $"{NumeraireValue}", $"The numeraire is worth {NumeraireValue}; give a positive value.");
        if (!(WageCurve >= 0)) throw new Input.InvalidInputException(nameof(WageCurve), $"{WageCurve}", $"The wage curve's slope is {WageCurve}; give 0 or more.");
        if (WageCurve > 0 && Labour == LabourMarket.FullEmployment)
            throw new Input.InvalidInputException(nameof(WageCurve), $"{WageCurve}", "A wage curve and full employment contradict each other; use the fixed-wage labour market or a slope of 0.");
        return this;
    }
}
