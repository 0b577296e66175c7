using Gauntlet.Activities.Gates;
using Gauntlet.Activities.Paper;
using Gauntlet.Activities.Pipeline;
using Gauntlet.Activities.Promotion;
using Gauntlet.Activities.Running;
using Gauntlet.Activities.Safety;
using Gauntlet.Activities.Training;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gauntlet.Activities;

/// <summary>Registers the activities, and says which task queue each belongs to.</summary>
public static class ActivitiesModule
{
    /// <summary>Activities of the task queue <c>gauntlet</c>.</summary>
    public static IReadOnlyList<Type> Main { get; } = [typeof(StudyActivities), typeof(PaperActivities), typeof(ArenaActivities), typeof(PromotionActivities), typeof(SafetyActivities)];

    /// <summary>Activities of the task queue <c>gauntlet-compute</c>.</summary>
    public static IReadOnlyList<Type> Compute { get; } = [typeof(TrainingActivities), typeof(BacktestActivities), typeof(StressActivities)];

    /// <summary>Adds the activities as singletons. The stores and an <see cref="IRunningWorkflows"/> have to be registered as well; an <see cref="IBarFeed"/> that is registered before takes the place of the replay of stored bars.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="worker">What the worker is.</param>
    public static IServiceCollection AddGauntletActivities(this IServiceCollection services, WorkerFacts worker)
    {
        services.AddSingleton(worker).AddSingleton<IAttempt, Attempt>().AddSingleton<CandidateReader>().AddSingleton<PaperMemory>().AddSingleton<SearchMemory>().AddSingleton<WarmStarts>();
        services.AddSingleton<BarDesk>().TryAddSingleton<IBarFeed, ReplayFeed>();
        foreach (var activity in Main.Concat(Compute)) services.AddSingleton(activity);
        return services;
    }
}
