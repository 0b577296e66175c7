using Gauntlet.Activities.Running;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Storage.Datasets;
using Gauntlet.Storage.Digests;
using Gauntlet.Storage.Policies;
using Gauntlet.Storage.Safety;
using Gauntlet.Storage.Studies;
using Temporalio.Activities;

namespace Gauntlet.Activities.Pipeline;

/// <summary>Opens and closes studies.</summary>
internal sealed class StudyActivities(
    ILatchStore latch, IDatasetStore datasets, IPolicyStore policies, IStudyStore studies, IDigestStore digests, WarmStarts warmStarts, WorkerFacts worker, IAttempt attempt) : IStudyActivities
{
    /// <inheritdoc/>
    [Activity]
    public Task<StudyPlan> OpenStudyAsync(PipelineRequest request) => Failures.TranslateAsync(async () =>
    {
        var cancellation = attempt.Cancellation;
        if (await latch.ReadAsync(cancellation) is { Stopped: true } closed)
            throw closed.At > attempt.AskedAt ? Failures.StoppedMeanwhile(closed) : Failures.Stopped(closed);

        RequestRules.Check(request);
        var policy = PolicySource.Load(request.Policy);
        var market = MarketSource.Load(request.Market, request.Seed);
        attempt.Heartbeat(market.Bars.Count);
        var plan = StudyPlanner.Plan(request, market.Bars, policy, await warmStarts.FindAsync(request, market.Bars, cancellation), worker);
        var inputs = StudyPlanner.Inputs(plan);
        var stored = new StoredPolicy(policy.Name, policy.Version, policy.ContentHash(), policy.ToJson());

        // Everything that can be refused is refused before the first row.
        await policies.RequireSameAsync(stored, cancellation);
        await studies.RequireSameAsync(plan.Study, inputs, cancellation);
        await datasets.AddAsync(market.Bars, market.Quality, cancellation);
        await policies.AddAsync(stored, cancellation);
        return await studies.AddAsync(plan, inputs, cancellation) with { PaceFactor = plan.PaceFactor };
    });

    /// <inheritdoc/>
    [Activity]
    public Task<StudyDigest> CloseStudyAsync(string study) => Failures.TranslateAsync(async () =>
        await digests.FindAsync(study, attempt.Cancellation)
        ?? await digests.AddAsync(study, await digests.ComputeAsync(study, attempt.Cancellation), attempt.Cancellation));
}
