namespace Gauntlet.Temporal.Server.Tests.Cli;

/// <summary>The part of the walk that is about workers of versions 1 and 2 of the deployment "shop", on the queue "counter".</summary>
internal static class CliDeployments
{
    private const string Runs = "--task-queue counter";

    public static IReadOnlyList<CliStep> Steps { get; } = [.. Routing, .. Pins, .. Upkeep];

    private static IEnumerable<CliStep> Routing =>
    [
        new("worker deployment list", CliOutput.Settling),
        new("worker deployment set-current-version --deployment-name shop --build-id 9 --yes"),
        new("worker deployment set-current-version --deployment-name shop --build-id 1 --identity me --ignore-missing-task-queues --yes"),
        new("worker deployment set-ramping-version --deployment-name shop --build-id 1 --percentage 5 --yes"),
        new("worker deployment set-ramping-version --deployment-name shop --build-id 2 --percentage 100 --identity me --ignore-missing-task-queues --yes"),
        new("worker deployment describe --name shop", CliOutput.Sorted),
        new("worker deployment describe --name nobody"),
        new("worker deployment describe-version --deployment-name shop --build-id 2", CliOutput.Sorted),
        new("worker deployment describe-version --deployment-name shop --build-id 2 --report-task-queue-stats", CliOutput.Sorted),
        new("worker deployment set-ramping-version --deployment-name shop --build-id 2 --delete --identity me --yes"),
        new("worker deployment list", CliOutput.Settling),
        new("worker deployment list --output json", CliOutput.Sorted),
        new("task-queue describe --task-queue counter --disable-stats", CliOutput.Sorted),
        new("task-queue describe --task-queue counter --legacy-mode", CliOutput.Sorted),
    ];

    private static IEnumerable<CliStep> Pins =>
    [
        new($"workflow start --type Pinned --workflow-id pin-1 {Runs}"),
        new("workflow query --workflow-id pin-1 --type state"),
        new($"workflow start --type Auto --workflow-id auto-1 {Runs}"),
        new("workflow query --workflow-id auto-1 --type state"),
        new("workflow describe --workflow-id pin-1"),
        new("workflow show --workflow-id pin-1 --output json"),
        new("workflow update-options --workflow-id auto-1 --versioning-override-behavior pinned --versioning-override-deployment-name shop --versioning-override-build-id 2"),
        new("workflow describe --workflow-id auto-1"),
        new("workflow signal --workflow-id auto-1 --name look"),
        new("workflow query --workflow-id auto-1 --type state"),
        new("workflow describe --workflow-id auto-1 --output json"),
        new("workflow update-options --workflow-id auto-1 --versioning-override-behavior unspecified"),
        new("workflow update-options --workflow-id auto-1 --versioning-override-behavior pinned"),
        new("workflow show --workflow-id auto-1 --output json"),
        new("workflow list --query 'TemporalWorkerDeploymentVersion=\"shop:2\"' --output json", CliOutput.Settling),
        new("workflow count --query 'TemporalWorkflowVersioningBehavior=\"Pinned\" AND TaskQueue=\"counter\"'", CliOutput.Settling),
        new("workflow terminate --workflow-id pin-1"),
        new("workflow terminate --workflow-id auto-1"),
    ];

    private static IEnumerable<CliStep> Upkeep =>
    [
        new("worker deployment set-current-version --deployment-name shop --unversioned --identity me --yes"),
        new("worker deployment set-current-version --deployment-name shop --build-id 2 --identity me --yes"),
        new("worker deployment set-ramping-version --deployment-name shop --unversioned --percentage 10 --identity me --yes"),
        new("worker deployment describe --name shop --output json", CliOutput.Sorted),
        new("worker deployment manager-identity set --deployment-name shop --manager-identity boss --yes"),
        new("worker deployment set-current-version --deployment-name shop --build-id 1 --identity me --yes"),
        new("worker deployment manager-identity unset --deployment-name shop --yes"),
        new("worker deployment update-metadata-version --deployment-name shop --build-id 1 --metadata bar=1 --metadata foo='\"x\"'"),
        new("worker deployment describe-version --deployment-name shop --build-id 1", CliOutput.Sorted),
        new("worker deployment delete-version --deployment-name shop --build-id 1"),
        new("worker deployment delete-version --deployment-name shop --build-id 1 --skip-drainage"),
        new("worker deployment delete-version --deployment-name shop --build-id 2"),
        new("worker deployment delete --name shop"),
        new("worker deployment set-current-version --deployment-name empty --build-id 1 --allow-no-pollers --yes"),
        new("worker deployment set-current-version --deployment-name empty --unversioned --yes"),
        new("worker deployment delete-version --deployment-name empty --build-id 1 --skip-drainage"),
        new("worker deployment delete --name empty"),
        new("worker deployment describe --name empty"),
    ];
}
