namespace Gauntlet.Domain.Stress.Economy;

/// <summary>An economy by its parameters: what calibration finds, or what a shock makes of them.</summary>
/// <remarks>Names follow Hosoe, Gasawa and Hashimoto (2010), chapter 6. Lists are by good unless said otherwise; all base prices are 1.</remarks>
internal sealed record Economy
{
    public required SocialAccounts Accounts { get; init; }

    /// <summary>Factors of production by factor and good, in the base year.</summary>
    public required double[][] BaseFactors { get; init; }

    /// <summary>Household, government and investment demand, gross output, composite supply, exports and imports in the base year.</summary>
    public required double[] BaseHousehold { get; init; }

    public required double[] BaseGovernment { get; init; }

    public required double[] BaseOutput { get; init; }

    public required double[] BaseComposite { get; init; }

    public required double[] BaseDomestic { get; init; }

    /// <summary>σ and η = (σ − 1)/σ, ψ and φ = (ψ + 1)/ψ.</summary>
    public required double Substitution { get; init; }

    public required double Transformation { get; init; }

    /// <summary>α: shares of consumption.</summary>
    public required double[] Alpha { get; init; }

    /// <summary>β: shares of value added, by factor and good.</summary>
    public required double[][] Beta { get; init; }

    /// <summary>b: productivity of value added.</summary>
    public required double[] Productivity { get; init; }

    /// <summary>ax: intermediate good i a unit of output j.</summary>
    public required double[][] Intermediate { get; init; }

    /// <summary>ay: value added a unit of output.</summary>
    public required double[] ValueAdded { get; init; }

    /// <summary>μ: shares of government spending.</summary>
    public required double[] GovernmentShare { get; init; }

    /// <summary>λ: shares of investment.</summary>
    public required double[] InvestmentShare { get; init; }

    /// <summary>δm, δd, γ of the composite of imports and domestic goods.</summary>
    public required double[] ImportShare { get; init; }

    public required double[] DomesticShare { get; init; }

    public required double[] CompositeScale { get; init; }

    /// <summary>ξe, ξd, θ of the split into exports and domestic goods.</summary>
    public required double[] ExportShare { get; init; }

    public required double[] DomesticSaleShare { get; init; }

    public required double[] SplitScale { get; init; }

    /// <summary>τz, τm: tax on output and tariff.</summary>
    public required double[] IndirectTax { get; init; }

    public required double[] Tariff { get; init; }

    /// <summary>τd: tax on factor income.</summary>
    public required double DirectTax { get; init; }

    /// <summary>ssp, ssg: saving rates of households and government.</summary>
    public required double HouseholdSaving { get; init; }

    public required double GovernmentSaving { get; init; }

    /// <summary>Sf: foreign saving in foreign currency.</summary>
    public required double ForeignSaving { get; init; }

    /// <summary>pWe, pWm: world prices.</summary>
    public required double[] WorldExportPrice { get; init; }

    public required double[] WorldImportPrice { get; init; }

    /// <summary>Factor on each factor's endowment.</summary>
    public required double[] EndowmentFactor { get; init; }

    /// <summary>Factor on the government's fixed quantities.</summary>
    public double GovernmentQuantity { get; init; } = 1;

    /// <summary>Whether households save a share of what taxes leave, and not of all income.</summary>
    public bool SavesFromDisposableIncome { get; init; }

    /// <summary>Whether there is a world outside.</summary>
    public bool Trades => ForeignSaving != 0 || ImportShare.Concat(ExportShare).Any(share => share > 0);

    public int Goods => Alpha.Length;

    public int Factors => Beta.Length;

    /// <summary>What there is of a factor.</summary>
    public double Endowment(int factor) => BaseFactors[factor].Sum() * EndowmentFactor[factor];
}
