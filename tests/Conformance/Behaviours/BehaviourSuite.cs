namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>All behaviours.</summary>
internal static class BehaviourSuite
{
    private static readonly BehaviourList[] Lists =
    [
        TimerBehaviours.All(), ConditionBehaviours.All(), ActivityBehaviours.All(), LocalActivityBehaviours.All(), ChildBehaviours.All(),
        FailureBehaviours.All(), PayloadBehaviours.All(), SignalBehaviours.All(), QueryBehaviours.All(), UpdateBehaviours.All(),
        CancellationBehaviours.All(), AttributeBehaviours.All(), StartBehaviours.All(), ContinuationBehaviours.All(), InfoBehaviours.All(),
        RefusalBehaviours.All(), PatchBehaviours.All(), ConcurrencyBehaviours.All(),
    ];

    private static readonly Dictionary<string, Func<SceneWorkflow, Task<string>>> Scenes =
        Lists.SelectMany(list => list.Scenes).ToDictionary(StringComparer.Ordinal);

    /// <summary>Every behaviour.</summary>
    public static IReadOnlyList<Behaviour> All { get; } = [.. Lists.SelectMany(list => list.Behaviours)];

    /// <summary>The workflow code of a behaviour.</summary>
    public static Func<SceneWorkflow, Task<string>> SceneOf(string name) => Scenes[name];
}
