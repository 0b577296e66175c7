using Gauntlet.Proofs;
using Gauntlet.Proofs.Resume;
using Gauntlet.Proofs.Server;

namespace Gauntlet.Host.Tests.EndToEnd;

/// <summary>A few kills of worker, server and database; <c>gauntlet prove</c> does as many as one likes.</summary>
public class KillTests
{
    [SkippableFact]
    public Task Worker_KilledAtRandomMoments_EndsWithTheDigestOfAnUndisturbedRun() => HoldsAsync(new ResumeProof(), experiments: 1);

    [SkippableFact]
    public Task Server_KilledAtRandomMomentsAndItsDatabaseToo_LosesNothingAndDoesNothingTwice() => HoldsAsync(new ServerProof(), experiments: 3);

    private static async Task HoldsAsync(IProof proof, int experiments)
    {
        ProofOutcome? outcome = null;
        try
        {
            outcome = await proof.RunAsync(new(experiments, Seed: 7, Report: null, Directory.GetCurrentDirectory(), _ => { }), CancellationToken.None);
        }
        catch (ProofSkippedException absent)
        {
            Skip.If(true, absent.Message);
        }

        outcome.ShouldNotBeNull().Holds.ShouldBeTrue(outcome.Document.ToString());
    }
}
