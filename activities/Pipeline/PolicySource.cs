using Gauntlet.Domain.Gates.Policies;

namespace Gauntlet.Activities.Pipeline;

/// <summary>Finds the policy that a request names.</summary>
public static class PolicySource
{
    /// <summary>A built-in policy by name and version, or one's own from a JSON file.</summary>
    /// <param name="policy">Name and version as <c>rigorous@1</c>, or the path of a file.</param>
    /// <exception cref="Domain.Input.InvalidInputException">There is none, or its limits cannot be used.</exception>
    public static GatePolicy Load(string policy)
    {
        var isFile = policy.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || policy.Contains('/', StringComparison.Ordinal) || File.Exists(policy);
        var read = isFile
            ? GatePolicies.Parse(policy, SourceFile.Read("policy", policy, $"a JSON file, or one of {string.Join(", ", GatePolicies.Ids)}"))
            : GatePolicies.Find(policy);
        // Accounts out of balance and files without their episode are found now, and not days later at Gate 2.
        _ = EconomySource.Load(read);
        _ = EpisodeSource.Load(read);
        return read;
    }
}
