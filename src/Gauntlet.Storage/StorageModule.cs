using Gauntlet.Storage.Artifacts;
using Gauntlet.Storage.Database;
using Gauntlet.Storage.Datasets;
using Gauntlet.Storage.Digests;
using Gauntlet.Storage.HoldOuts;
using Gauntlet.Storage.Paper;
using Gauntlet.Storage.Policies;
using Gauntlet.Storage.Promotions;
using Gauntlet.Storage.Reports;
using Gauntlet.Storage.Safety;
using Gauntlet.Storage.Scenarios;
using Gauntlet.Storage.Studies;
using Gauntlet.Storage.Trials;
using Gauntlet.Storage.Verdicts;
using Microsoft.Extensions.DependencyInjection;

namespace Gauntlet.Storage;

/// <summary>Registers the stores.</summary>
public static class StorageModule
{
    /// <summary>Adds a store for every aggregate, all over one database.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="database">The opened database; the caller keeps and closes it.</param>
    public static IServiceCollection AddGauntletStorage(this IServiceCollection services, GauntletDatabase database) => services
        .AddSingleton(database)
        .AddSingleton(database.Source)
        .AddSingleton<IDatasetStore, DatasetStore>()
        .AddSingleton<IPolicyStore, PolicyStore>()
        .AddSingleton<IStudyStore, StudyStore>()
        .AddSingleton<ITrialStore, TrialStore>()
        .AddSingleton<IArtifactStore, ArtifactStore>()
        .AddSingleton<IHoldOutStore, HoldOutStore>()
        .AddSingleton<IScenarioStore, ScenarioStore>()
        .AddSingleton<IVerdictStore, VerdictStore>()
        .AddSingleton<IPaperStore, PaperStore>()
            .AddSingleton<IArenaStore, ArenaStore>()
        .AddSingleton<IPromotionStore, PromotionStore>()
        .AddSingleton<ILatchStore, LatchStore>()
        .AddSingleton<IDigestStore, DigestStore>()
        .AddSingleton<IStudyReader, StudyReader>()
        .AddSingleton<ICandidateEvidenceReader, CandidateEvidenceReader>()
        .AddSingleton<IScorecards, Scorecards>()
        .AddSingleton<CandidateReports>()
        .AddSingleton<IStudyReports, StudyReports>();
}
