using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Stress.Economy;

namespace Gauntlet.Benchmarks.Gates;

/// <summary>Balanced accounts of as many sectors as one likes.</summary>
internal static class MadeAccounts
{
    public static SocialAccounts Of(int goods, ulong seed)
    {
        var random = new SeededRandom(seed);
        double Between(double low, double high) => low + ((high - low) * random.NextDouble());
        string[] names = [.. Enumerable.Range(0, goods).Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"G{i}"))];
        string[] accounts = [.. names, "CAP", "LAB", "IDT", "TRF", "HOH", "GOV", "INV", "EXT"];
        var (cap, lab, idt, trf, hoh, gov, inv, ext) = (goods, goods + 1, goods + 2, goods + 3, goods + 4, goods + 5, goods + 6, goods + 7);
        var rows = accounts.Select(_ => new double[accounts.Length]).ToArray();
        for (var j = 0; j < goods; j++)
        {
            for (var i = 0; i < goods; i++) rows[i][j] = Between(0.2, 2);
            (rows[cap][j], rows[lab][j], rows[idt][j], rows[trf][j], rows[ext][j]) = (Between(10, 30), Between(10, 30), Between(1, 3), Between(0.2, 0.6), Between(3, 8));
        }

        for (var i = 0; i < goods; i++)
        {
            rows[i][ext] = Between(2, 6);
            var final = rows.Sum(row => row[i]) - rows[i].Sum();
            (rows[i][hoh], rows[i][gov], rows[i][inv]) = (0.6 * final, 0.2 * final, 0.2 * final);
        }

        double Paid(int from) => rows.Sum(row => row[from]);
        double Taken(int to) => rows[to].Sum();
        (rows[hoh][cap], rows[hoh][lab], rows[gov][idt], rows[gov][trf]) = (Taken(cap), Taken(lab), Taken(idt), Taken(trf));
        rows[gov][hoh] = Paid(gov) - rows[gov][idt] - rows[gov][trf];
        rows[inv][hoh] = Taken(hoh) - Paid(hoh);
        rows[inv][ext] = Taken(ext) - Paid(ext);
        return new() { Name = "made", Goods = names, Factors = ["CAP", "LAB"], Accounts = accounts, Rows = rows };
    }
}
