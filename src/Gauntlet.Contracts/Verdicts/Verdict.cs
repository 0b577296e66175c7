using System.Text.Json.Serialization;

namespace Gauntlet.Contracts.Verdicts;

/// <summary>How a gate ended: <see cref="Passed"/>, <see cref="Rejected"/>, <see cref="Skipped"/> or <see cref="Faulted"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Passed), "passed")]
[JsonDerivedType(typeof(Rejected), "rejected")]
[JsonDerivedType(typeof(Skipped), "skipped")]
[JsonDerivedType(typeof(Faulted), "faulted")]
public abstract record Verdict
{
    private protected Verdict()
    {
    }
}

/// <summary>Every check of the gate passed.</summary>
public sealed record Passed : Verdict;

/// <summary>At least one check failed. A verdict, never an error: it is not retried.</summary>
/// <param name="Reasons">A sentence for each failed check; at least one.</param>
public sealed record Rejected(IReadOnlyList<string> Reasons) : Verdict;

/// <summary>The gate was not applied; neither passed nor failed.</summary>
/// <param name="Reason">Why, for instance the policy that switches it off.</param>
public sealed record Skipped(string Reason) : Verdict;

/// <summary>The gate could not be applied for an error; it can be tried again.</summary>
/// <param name="Error">What went wrong.</param>
public sealed record Faulted(string Error) : Verdict;
