namespace Gauntlet.Proofs;

/// <summary>An experiment that counts whether a claim of the product holds.</summary>
internal interface IProof
{
    /// <summary>Its name as users type it.</summary>
    string Name { get; }

    /// <summary>The claim, in one sentence.</summary>
    string Claim { get; }

    /// <summary>Experiments when none are asked for.</summary>
    int DefaultStudies { get; }

    /// <summary>Runs the experiments.</summary>
    Task<ProofOutcome> RunAsync(ProofRequest request, CancellationToken cancellation);
}
