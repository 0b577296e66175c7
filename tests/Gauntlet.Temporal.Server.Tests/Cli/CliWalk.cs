namespace Gauntlet.Temporal.Server.Tests.Cli;

/// <summary>One call of the CLI.</summary>
/// <param name="Command">Its arguments, split at spaces; what contains some is quoted with '.</param>
/// <param name="Kind">How its output is to be read.</param>
internal sealed record CliStep(string Command, CliOutput Kind = CliOutput.AsIs);

/// <summary>What may differ between two correct servers in the output of a call.</summary>
internal enum CliOutput
{
    /// <summary>Nothing but times, ids and sizes.</summary>
    AsIs,

    /// <summary>The order of the lines.</summary>
    Sorted,

    /// <summary>It looks at what an earlier call set in motion, and is asked again until that has come to rest.</summary>
    Settling,
}

/// <summary>The walk: what people do with the CLI, from the first look to tidying up.</summary>
internal static class CliWalk
{
    private const string Flow = "--type Flow --task-queue walk";

    public static IReadOnlyList<CliStep> Steps { get; } =
    [
        .. Namespaces, .. Workflows, .. Refusals, .. Resets, .. Activities, .. Schedules, .. Batches, .. Queues, .. Versions, .. Endpoints, .. CliCorners.Steps, .. CliDeployments.Steps,
        .. TidyingUp,
    ];

    private static IEnumerable<CliStep> Namespaces =>
    [
        new("operator cluster health"),
        new("operator cluster system"),
        new("operator nexus endpoint create --name walk-call --target-namespace default --target-task-queue nobody"),
        new("operator namespace create --namespace walk --retention 2d --description 'a walk'"),
        new("operator namespace describe --namespace walk"),
        new("operator namespace update --namespace walk --description another"),
        new("operator namespace update --namespace walk --promote-global"),
        new("operator namespace list", CliOutput.Sorted),
        new("operator search-attribute create --name WalkKeyword --type Keyword --name WalkInt --type Int"),
        new("operator search-attribute list", CliOutput.Sorted),
    ];

    private static IEnumerable<CliStep> Workflows =>
    [
        new($"workflow start {Flow} --workflow-id walk-1 --input '{{\"a\":1}}' --memo 'note=\"x\"' --search-attribute 'WalkKeyword=\"blue\"' --search-attribute 'WalkInt=3' --static-summary sum --execution-timeout 1h"),
        new("workflow query --workflow-id walk-1 --type state"),
        new("workflow describe --workflow-id walk-1"),
        new("workflow describe --workflow-id walk-1 --output json"),
        new("workflow signal --workflow-id walk-1 --name go --input 1"),
        new("workflow query --workflow-id walk-1 --type state"),
        new("workflow update execute --workflow-id walk-1 --name change --input 5 --update-id u1"),
        new("workflow update describe --workflow-id walk-1 --update-id u1"),
        new("workflow update start --workflow-id walk-1 --name change --input 3 --wait-for-stage accepted --update-id u2"),
        new("workflow update result --workflow-id walk-1 --update-id u2"),
        new("workflow update describe --workflow-id walk-1 --update-id u9"),
        new("workflow show --workflow-id walk-1"),
        new("workflow show --workflow-id walk-1 --output json"),
        new("workflow stack --workflow-id walk-1"),
        new("workflow signal --workflow-id walk-1 --name finish"),
        new("workflow result --workflow-id walk-1"),
        new("workflow describe --workflow-id walk-1"),
        new("workflow list --query 'WorkflowId=\"walk-1\" AND ExecutionStatus=\"Completed\"'", CliOutput.Settling),
        new("workflow list --query 'WalkKeyword=\"blue\"' --output json", CliOutput.Settling),
        new("workflow count --query 'WorkflowId=\"walk-1\"'", CliOutput.Settling),
        new("workflow count --query 'GROUP BY ExecutionStatus'", CliOutput.Settling),
        new($"workflow execute {Flow} --workflow-id walk-2 --input '\"finish\"'"),
        new($"workflow execute-update-with-start {Flow} --workflow-id walk-6 --update-name change --update-input 4 --id-conflict-policy Fail"),
        new($"workflow signal-with-start {Flow} --workflow-id walk-3 --signal-name go"),
        new("workflow cancel --workflow-id walk-3"),
        new("workflow query --workflow-id walk-3 --type state"),
        new("workflow terminate --workflow-id walk-3 --reason enough"),
        new("workflow result --workflow-id walk-3"),
        new($"workflow start {Flow} --workflow-id walk-nexus --input '\"nexus\"'"),
        new("workflow query --workflow-id walk-nexus --type state"),
        new("workflow describe --workflow-id walk-nexus"),
        new("workflow describe --workflow-id walk-nexus --output json"),
        new("workflow show --workflow-id walk-nexus"),
        new("workflow terminate --workflow-id walk-nexus"),
        new("operator nexus endpoint delete --name walk-call"),
    ];

    private static IEnumerable<CliStep> Refusals =>
    [
        new("workflow signal --workflow-id nobody --name go"),
        new("workflow describe --workflow-id nobody"),
        new("workflow terminate --workflow-id walk-3"),
        new("workflow update execute --workflow-id nobody --name change --input 1"),
        new($"workflow start {Flow} --workflow-id walk-3 --id-reuse-policy RejectDuplicate"),
        new("workflow list --query nonsense"),
        new("workflow list --namespace nowhere"),
        new("activity complete --activity-id a --workflow-id nobody --result 1"),
        new("activity pause --activity-id a --workflow-id nobody"),
    ];

    private static IEnumerable<CliStep> Resets =>
    [
        new($"workflow start {Flow} --workflow-id walk-4"),
        new("workflow query --workflow-id walk-4 --type state"),
        new("workflow signal --workflow-id walk-4 --name go --input 1"),
        new("workflow query --workflow-id walk-4 --type state"),
        new("workflow reset --workflow-id walk-4 --type FirstWorkflowTask --reason again", CliOutput.AsIs),
        new("workflow query --workflow-id walk-4 --type state"),
        new("workflow reset --workflow-id walk-4 --event-id 2 --reason again"),
        new("workflow show --workflow-id walk-4"),
    ];

    private static IEnumerable<CliStep> Activities =>
    [
        new($"workflow start {Flow} --workflow-id walk-a --input '\"activity\"'"),
        new("workflow query --workflow-id walk-a --type state"),
        new("activity update-options --workflow-id walk-a --activity-id a1 --task-queue elsewhere --schedule-to-close-timeout 2h"),
        new("activity pause --workflow-id walk-a --activity-id a1 --identity me"),
        new("workflow describe --workflow-id walk-a"),
        new("workflow describe --workflow-id walk-a --output json"),
        new("activity reset --workflow-id walk-a --activity-id a1 --keep-paused"),
        new("activity unpause --workflow-id walk-a --activity-id a1 --reset-attempts"),
        new("workflow describe --workflow-id walk-a --output json"),
        new("activity pause --workflow-id walk-a --activity-id nobody"),
        new("activity unpause --query 'WorkflowId=\"walk-a\"' --activity-type Act --yes", CliOutput.Settling),
        new("activity complete --workflow-id walk-a --activity-id a1 --result '{\"x\":1}'"),
        new("activity complete --workflow-id walk-a --activity-id a1 --result 2"),
        new("workflow show --workflow-id walk-a --output json"),
        new($"workflow start {Flow} --workflow-id walk-b --input '\"activity\"'"),
        new("workflow query --workflow-id walk-b --type state"),
        new("activity fail --workflow-id walk-b --activity-id a1 --reason broken --detail '\"more\"'"),
        new("workflow show --workflow-id walk-b"),
        new("workflow delete --workflow-id walk-b"),
        new("workflow metadata --workflow-id walk-a"),
        new("workflow update-options --workflow-id walk-a --versioning-override-behavior auto_upgrade"),
        new("workflow reset with-workflow-update-options --workflow-id walk-a --event-id 4 --reason again --versioning-override-behavior auto_upgrade"),
        new($"workflow start-update-with-start {Flow} --workflow-id walk-7 --update-name change --update-input 4 --update-wait-for-stage accepted --id-conflict-policy UseExisting --run-timeout 1h"),
        new("workflow show --workflow-id walk-7 --detailed"),
    ];

    private static IEnumerable<CliStep> Versions =>
    [
        new("task-queue get-build-ids --task-queue walk"),
        new("task-queue get-build-id-reachability --build-id b1"),
        new("task-queue update-build-ids add-new-default --task-queue walk --build-id b1"),
        new("task-queue update-build-ids add-new-compatible --task-queue walk --build-id b2 --existing-compatible-build-id b1"),
        new("task-queue update-build-ids promote-id-in-set --task-queue walk --build-id b1"),
        new("task-queue update-build-ids promote-set --task-queue walk --build-id b1"),
        new("task-queue versioning insert-assignment-rule --task-queue walk --build-id b1 --yes"),
        new("task-queue versioning replace-assignment-rule --task-queue walk --build-id b2 --rule-index 0 --yes"),
        new("task-queue versioning delete-assignment-rule --task-queue walk --rule-index 0 --yes"),
        new("task-queue versioning add-redirect-rule --task-queue walk --source-build-id b1 --target-build-id b2 --yes"),
        new("task-queue versioning replace-redirect-rule --task-queue walk --source-build-id b1 --target-build-id b3 --yes"),
        new("task-queue versioning delete-redirect-rule --task-queue walk --source-build-id b1 --yes"),
        new("task-queue versioning commit-build-id --task-queue walk --build-id b1 --yes"),
        new("worker describe --worker-instance-key nobody"),
        new("worker deployment describe-version --deployment-name d --build-id b"),
        new("worker deployment set-current-version --deployment-name d --build-id b --yes"),
        new("worker deployment set-ramping-version --deployment-name d --build-id b --percentage 10 --yes"),
        new("worker deployment manager-identity set --deployment-name d --self --yes"),
        new("worker deployment manager-identity unset --deployment-name d --yes"),
        new("worker deployment update-metadata-version --deployment-name d --build-id b --metadata bar=1"),
        new("worker deployment delete-version --deployment-name d --build-id b"),
        new("worker deployment delete --name d"),
    ];

    private static IEnumerable<CliStep> Endpoints =>
    [
        new("operator nexus endpoint create --name walk-ep --target-namespace default --target-task-queue q --description hello"),
        new("operator nexus endpoint create --name walk-ep --target-namespace default --target-task-queue q"),
        new("operator nexus endpoint create --name walk-no --target-namespace nowhere --target-task-queue q"),
        new("operator nexus endpoint create --name 'no name' --target-url ftp://x"),
        new("operator nexus endpoint get --name walk-ep --output json"),
        new("operator nexus endpoint update --name walk-ep --target-namespace walk --target-task-queue q2"),
        new("operator nexus endpoint get --name walk-ep"),
        new("operator nexus endpoint list"),
        new("operator namespace delete --namespace walk --yes"),
        new("operator nexus endpoint delete --name walk-ep"),
        new("operator nexus endpoint delete --name walk-ep"),
        new("operator nexus endpoint create --name walk-url --target-url http://localhost:1/x"),
        new("operator nexus endpoint list --output json"),
        new("operator nexus endpoint delete --name walk-url"),
    ];

    private static IEnumerable<CliStep> Schedules =>
    [
        new($"schedule create --schedule-id walk-s --calendar '{{\"hour\":\"3\"}}' --workflow-id walk-sw {Flow} --input '\"finish\"' --overlap-policy BufferOne --notes first --time-zone Europe/Berlin --paused"),
        new($"schedule create --schedule-id walk-s --calendar '{{\"hour\":\"3\"}}' --workflow-id walk-sw {Flow}"),
        new("schedule describe --schedule-id walk-s"),
        new("schedule toggle --schedule-id walk-s --unpause --reason go"),
        new("schedule trigger --schedule-id walk-s"),
        new("workflow list --query 'WorkflowType=\"Flow\" AND WorkflowId STARTS_WITH \"walk-sw\" AND ExecutionStatus=\"Completed\"'", CliOutput.Settling),
        new("schedule describe --schedule-id walk-s", CliOutput.Settling),
        new("schedule toggle --schedule-id walk-s --pause --reason rest"),
        new("schedule backfill --schedule-id walk-s --overlap-policy AllowAll --start-time 2026-01-01T00:00:00Z --end-time 2026-01-03T00:00:00Z"),
        new("schedule list", CliOutput.Settling),
        new($"schedule update --schedule-id walk-s --interval 5h --workflow-id walk-sw {Flow}"),
        new("schedule describe --schedule-id walk-s", CliOutput.Settling),
        new($"schedule create --schedule-id walk-c --cron '0 12 * * *' --workflow-id walk-cw {Flow} --jitter 5s --remaining-actions 3 --pause-on-failure --catchup-window 10m --schedule-memo a=1 --schedule-search-attribute 'WalkKeyword=\"red\"' --start-time 2040-01-01T00:00:00Z --end-time 2041-01-01T00:00:00Z"),
        new("schedule describe --schedule-id walk-c", CliOutput.Sorted),
        new($"schedule create --schedule-id walk-n --cron nonsense --workflow-id walk-nw {Flow}"),
        new($"schedule create --schedule-id walk-d --calendar '{{\"dayOfWeek\":\"Fri\",\"hour\":\"17\",\"minute\":\"5\"}}' --workflow-id walk-dw {Flow}"),
        new("schedule describe --schedule-id walk-d", CliOutput.Sorted),
        new("schedule trigger --schedule-id nobody"),
        new("schedule list --query nonsense"),
        new("schedule list --query 'WorkflowId=\"x\"'"),
        new("schedule list --query 'ScheduleId LIKE \"x\"'"),
        new("schedule list --query '1 = 1'"),
        new("workflow count --query 'TemporalNamespaceDivision=\"TemporalScheduler\" AND ScheduleId STARTS_WITH \"walk-\"'", CliOutput.Settling),
        new("workflow count --query 'TemporalNamespaceDivision=\"TemporalScheduler\" AND ScheduleId IN (\"walk-c\", \"nobody\")'", CliOutput.Settling),
        new("workflow list --query 'ScheduleId=\"walk-c\"'"),
        new("schedule list --query 'ScheduleId=\"walk-c\"'", CliOutput.Settling),
        new("schedule delete --schedule-id walk-c"),
        new("schedule delete --schedule-id walk-d"),
        new("schedule delete --schedule-id walk-s"),
        new("schedule describe --schedule-id walk-s"),
    ];

    private static IEnumerable<CliStep> Batches =>
    [
        new($"workflow start {Flow} --workflow-id walk-5"),
        new("workflow query --workflow-id walk-5 --type state"),
        new("workflow count --query 'WorkflowId=\"walk-5\"'", CliOutput.Settling),
        new("workflow signal --query 'WorkflowId=\"walk-5\"' --name finish --reason walk --yes"),
        new("workflow result --workflow-id walk-5"),
        new("batch list", CliOutput.Settling),
        new("batch describe --job-id nobody"),
        new("batch terminate --job-id nobody --reason r"),
        new("activity update-options --query 'WorkflowId=\"walk-5\"' --match-all --task-queue x --yes"),
    ];

    private static IEnumerable<CliStep> Queues =>
    [
        new("task-queue config set --task-queue walk --task-queue-type activity --queue-rps-limit 5 --queue-rps-limit-reason r"),
        new("task-queue config get --task-queue walk --task-queue-type activity"),
        new("task-queue versioning get-rules --task-queue walk"),
        new("task-queue describe --task-queue walk --disable-stats", CliOutput.Sorted),
        new("operator cluster list"),
        new("operator cluster describe --detail"),
        new("operator cluster remove --name nobody"),
        new("task-queue describe --task-queue walk --legacy-mode", CliOutput.Sorted),
        new("task-queue describe --task-queue quiet --select-build-id b1 --select-unversioned --report-reachability", CliOutput.Sorted),
        new("worker deployment describe --name nobody"),
        new("worker deployment list"),
        new("worker list"),
        new("operator nexus endpoint list"),
    ];

    private static IEnumerable<CliStep> TidyingUp =>
    [
        new("operator search-attribute remove --name WalkInt --yes"),
        new("operator namespace delete --namespace walk --yes"),
        new("workflow count --query 'TaskQueue=\"walk\" AND ExecutionStatus=\"Running\"'", CliOutput.Settling),
        new("workflow terminate --query 'TaskQueue=\"walk\" AND ExecutionStatus=\"Running\"' --reason walk --yes"),
    ];
}
