using System.Text.Json;
using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Stress.Economy;

/// <summary>A social accounting matrix: who pays whom in the base year. Rows receive, columns pay; every account takes in what it gives out.</summary>
/// <remarks>
/// Accounts besides goods and factors, by fixed names: IDT indirect tax, TRF tariff, HOH households, GOV government, INV saving and
/// investment, EXT the rest of the world. The first factor can be tied to its sector, the last is labour.
/// </remarks>
public sealed record SocialAccounts
{
    private const double Tolerance = 1e-6;
    private static readonly string[] Institutions = ["IDT", "TRF", "HOH", "GOV", "INV", "EXT"];
    private static readonly JsonSerializerOptions Format = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Name of the economy.</summary>
    public required string Name { get; init; }

    /// <summary>What it is and where its numbers come from.</summary>
    public string About { get; init; } = "";

    /// <summary>Accounts that are goods, each made by one sector; at least one.</summary>
    public required IReadOnlyList<string> Goods { get; init; }

    /// <summary>Accounts that are factors, capital first, labour last; at least two.</summary>
    public required IReadOnlyList<string> Factors { get; init; }

    /// <summary>σ: elasticity of substitution between imports and domestic goods; positive. Default 2.</summary>
    public double Substitution { get; init; } = 2;

    /// <summary>ψ: elasticity of transformation between exports and domestic sales; positive. Default 2.</summary>
    public double Transformation { get; init; } = 2;

    /// <summary>All accounts, in the order of rows and columns.</summary>
    public required IReadOnlyList<string> Accounts { get; init; }

    /// <summary>Payments.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Rows { get; init; }

    /// <summary>Names of the economies that are shipped.</summary>
    public static IReadOnlyList<string> Shipped { get; } = ["textbook", "japan"];

    /// <summary>Payment from one account to another.</summary>
    /// <param name="to">Row.</param>
    /// <param name="from">Column.</param>
    public double this[string to, string from] => Rows[IndexOf(to)][IndexOf(from)];

    /// <summary>An economy that is shipped.</summary>
    /// <exception cref="InvalidInputException">There is none of that name; names the nearest.</exception>
    public static SocialAccounts Find(string name)
    {
        using var stream = typeof(SocialAccounts).Assembly.GetManifestResourceStream($"accounts/{name}")
            ?? throw new InvalidInputException("economy", name, $"There is no economy '{name}'. {Nearest.Hint(name, [.. Shipped])}");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd(), name);
    }

    /// <summary>Reads an economy of one's own.</summary>
    /// <param name="json">The document.</param>
    /// <param name="source">Its file, for messages.</param>
    /// <exception cref="InvalidInputException">Not JSON, an unknown key, an account without its row, negative payments where none can be, or accounts out of balance.</exception>
    public static SocialAccounts Parse(string json, string source)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            AccountsForm.Require(document.RootElement, source);
            return document.RootElement.Deserialize<SocialAccounts>(Format)!.Validated(source);
        }
        catch (JsonException error)
        {
            throw new InvalidInputException(source, "", $"{source} is no JSON document: {error.Message} See the shipped economies for the form.");
        }
    }

    private int IndexOf(string account)
    {
        for (var i = 0; i < Accounts.Count; i++)
        {
            if (Accounts[i] == account) return i;
        }

        throw new ArgumentException($"There is no account '{account}'.", nameof(account));
    }

    private SocialAccounts Validated(string source)
    {
        void Refuse(string field, string value, string message) => throw new InvalidInputException(field, value, $"{source}: {message}");
        if (Goods.Count < 1 || Factors.Count < 2) Refuse("goods", $"{Goods.Count}", $"{Goods.Count} goods and {Factors.Count} factors are too few; give at least one good and two factors.");
        foreach (var name in Goods.Concat(Factors).Concat(Institutions).Where(name => !Accounts.Contains(name))) Refuse(name, "", $"account {name} is missing; add its row and column.");
        if (Rows.Count != Accounts.Count || Rows.Any(row => row.Count != Accounts.Count)) Refuse("rows", $"{Rows.Count}", $"{Accounts.Count} accounts need {Accounts.Count} rows and columns.");
        if (!(Substitution > 0)) Refuse("substitution", $"{Substitution}", $"substitution = {Substitution}; an elasticity is positive.");
        if (!(Transformation > 0)) Refuse("transformation", $"{Transformation}", $"transformation = {Transformation}; an elasticity is positive.");
        for (var i = 0; i < Accounts.Count; i++)
        {
            var (taken, given) = (Rows[i].Sum(), Rows.Sum(row => row[i]));
            if (!(Math.Abs(taken - given) <= Tolerance * Math.Max(1, Math.Abs(taken))))
                Refuse(Accounts[i], $"{taken}", $"account {Accounts[i]} takes in {taken:0.######} and gives out {given:0.######}; correct its row or column until they are equal.");
        }

        foreach (var good in Goods)
        {
            foreach (var factor in Factors.Where(factor => !(this[factor, good] > 0))) Refuse(good, $"{this[factor, good]}", $"sector {good} pays {this[factor, good]} to {factor}; every sector uses every factor.");
            foreach (var account in Goods.Concat(["HOH", "GOV", "INV", "EXT"]).Where(account => this[good, account] < 0)) Refuse(good, $"{this[good, account]}", $"{account} pays {this[good, account]} for {good}; demand is not negative.");
        }

        return this;
    }
}
