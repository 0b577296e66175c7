namespace Gauntlet.Domain.Strategies.Portfolios;

/// <summary>How often a portfolio is brought back to its weights.</summary>
internal enum RebalancePeriod
{
    /// <summary>Once, and never again.</summary>
    Never,

    /// <summary>Every calendar month.</summary>
    Monthly,

    /// <summary>Every calendar quarter.</summary>
    Quarterly,

    /// <summary>Every calendar year.</summary>
    Yearly,
}

/// <summary>Tells the first step of every calendar period, in UTC.</summary>
/// <remarks>At that step's close one knows that the period before is over, whatever the market's calendar and whether it goes on.</remarks>
/// <param name="period">The period.</param>
internal struct RebalanceClock(RebalancePeriod period)
{
    private int? _current;

    /// <summary>The parameter that says how often, monthly by default.</summary>
    public static CategoricalParameter Parameter { get; } =
        new("rebalance", "how often the weights are restored: at the close of the first bar of every month, quarter or year, or never", ["monthly", "quarterly", "yearly", "never"]);

    public static RebalancePeriod Read(ParameterValues values) => Enum.Parse<RebalancePeriod>(values.Choice(Parameter.Name), ignoreCase: true);

    /// <summary>Whether this step is the first of all, or the first of its period.</summary>
    public bool Begins(DateTime time)
    {
        var number = period switch
        {
            RebalancePeriod.Monthly => (time.Year * 12) + time.Month,
            RebalancePeriod.Quarterly => (time.Year * 4) + ((time.Month - 1) / 3),
            RebalancePeriod.Yearly => time.Year,
            _ => 0,
        };
        if (number == _current) return false;
        _current = number;
        return true;
    }
}
