using Gauntlet.Proofs;
using Gauntlet.Proofs.Resume;

namespace Gauntlet.Host.Tests.EndToEnd;

/// <summary>A few kills of the worker; <c>gauntlet prove resume</c> does as many as one likes.</summary>
public class KillTests
{
    [SkippableFact]
    public async Task Worker_KilledAtRandomMoments_EndsWithTheDigestOfAnUndisturbedRun()
    {
        ProofOutcome? outcome = null;
        try
        {
            outcome = await new ResumeProof().RunAsync(new(Studies: 1, Seed: 7, Report: null, Directory.GetCurrentDirectory(), _ => { }), CancellationToken.None);
        }
        catch (ProofSkippedException absent)
        {
            Skip.If(true, absent.Message);
        }

        outcome.ShouldNotBeNull().Holds.ShouldBeTrue(outcome.Document.ToString());
    }
}
