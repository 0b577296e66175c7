using Gauntlet.Domain.Gates.Policies;
using Gauntlet.Domain.Stress.Economy;

namespace Gauntlet.Activities.Pipeline;

/// <summary>Finds the economy that a policy names.</summary>
internal static class EconomySource
{
    /// <summary>A shipped economy by name, or one's own from a JSON file; null where the policy names none.</summary>
    /// <exception cref="Domain.Input.InvalidInputException">There is none, or its accounts cannot be used.</exception>
    public static SocialAccounts? Load(GatePolicy policy) => policy.Gate2.Economy switch
    {
        null => null,
        var path when path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) =>
            SocialAccounts.Parse(SourceFile.Read("gate2.economy", path, $"a JSON file, or one of {string.Join(", ", SocialAccounts.Shipped)}"), path),
        var name => SocialAccounts.Find(name),
    };
}
