namespace Gauntlet.Temporal.Server.Tests.Cli;

/// <summary>The walk's corners: conflicts of ids, descendants, answers as JSON, whatever can be refused.</summary>
internal static class CliCorners
{
    private const string Flow = "--type Flow --task-queue walk";

    public static IEnumerable<CliStep> Steps =>
    [
        .. Starts, .. Ends, .. Descendants, .. Queries, .. Messages, .. Resets, .. Many, .. Filters, .. Both, .. Schedules, .. Queues, .. Places, .. Refusals,
    ];

    private static IEnumerable<CliStep> Starts =>
    [
        new($"workflow start {Flow} --workflow-id run-1 --static-summary s --static-details d --priority-key 2 --fairness-key f --fairness-weight 1.5 --memo a=1 --task-timeout 7s --run-timeout 2h"),
        new("workflow query --workflow-id run-1 --name state"),
        new("workflow describe --workflow-id run-1"),
        new("workflow describe --workflow-id run-1 --raw"),
        new("workflow describe --workflow-id run-1 --reset-points"),
        new("workflow describe --workflow-id run-1 --reset-points --output json"),
        new($"workflow start {Flow} --workflow-id run-1 --id-conflict-policy Fail"),
        new($"workflow start {Flow} --workflow-id run-1 --fail-existing"),
        new($"workflow start {Flow} --workflow-id run-1 --id-conflict-policy UseExisting"),
        new($"workflow start {Flow} --workflow-id run-1 --id-conflict-policy TerminateExisting"),
        new($"workflow start {Flow} --workflow-id run-1 --id-reuse-policy TerminateIfRunning"),
        new("workflow query --workflow-id run-1 --name state"),
        new($"workflow start {Flow} --workflow-id run-2 --start-delay 1h"),
        new("workflow describe --workflow-id run-2"),
        new("workflow show --workflow-id run-2 --output json"),
        new($"workflow start {Flow} --workflow-id run-no --search-attribute 'Nope=\"x\"'"),
        new($"workflow start {Flow} --workflow-id run-no --search-attribute 'WalkInt=\"x\"'"),
        new($"workflow start {Flow} --workflow-id run-no --search-attribute 'WalkKeyword=3'"),
        new($"workflow start {Flow} --workflow-id run-no --search-attribute 'CloseTime=\"x\"'"),
        new($"workflow start {Flow} --workflow-id run-no --priority-key 9"),
        new("workflow start --type Flow --task-queue q --workflow-id run-3 --input-meta encoding=binary/plain --input abc"),
        new("workflow show --workflow-id run-3 --output json"),
    ];

    private static IEnumerable<CliStep> Ends =>
    [
        new($"workflow execute {Flow} --workflow-id run-4 --input '\"finish\"' --output json"),
        new($"workflow execute {Flow} --workflow-id run-5 --input '\"fail\"'"),
        new("workflow result --workflow-id run-5"),
        new("workflow result --workflow-id run-5 --output json"),
        new("workflow describe --workflow-id run-5"),
        new("workflow describe --workflow-id run-5 --output json"),
        new("workflow show --workflow-id run-5 --output json"),
        new("workflow show --workflow-id run-4 --output json"),
        new($"workflow start {Flow} --workflow-id run-5 --id-reuse-policy AllowDuplicateFailedOnly"),
        new($"workflow start {Flow} --workflow-id run-4 --id-reuse-policy AllowDuplicateFailedOnly"),
        new("workflow result --workflow-id nobody"),
    ];

    private static IEnumerable<CliStep> Descendants =>
    [
        new($"workflow execute {Flow} --workflow-id run-6 --input '\"again\"'"),
        new("workflow show --workflow-id run-6 --follow"),
        new("workflow list --query 'WorkflowId=\"run-6\" ORDER BY ExecutionStatus'", CliOutput.Settling),
        new("workflow count --query 'WorkflowId=\"run-6\" GROUP BY ExecutionStatus'", CliOutput.Settling),
        new("workflow count --query 'WorkflowId=\"run-6\" GROUP BY ExecutionStatus' --output json", CliOutput.Settling),
        new("workflow count --query 'GROUP BY WorkflowType'"),
        new("workflow count --query 'GROUP BY WorkflowId'"),
        new("workflow count --query nonsense"),
        new($"workflow start {Flow} --workflow-id run-7 --input '\"child\"'"),
        new("workflow describe --workflow-id run-7", CliOutput.Settling),
        new("workflow describe --workflow-id run-7 --output json", CliOutput.Settling),
        new("workflow query --workflow-id run-7/child --name state"),
        new("workflow describe --workflow-id run-7/child --output json"),
        new("workflow signal --workflow-id run-7/child --name finish"),
        new("workflow result --workflow-id run-7"),
        new("workflow show --workflow-id run-7 --output json"),
        new("workflow trace --workflow-id run-7"),
        new("workflow trace --workflow-id run-7 --depth 0"),
        new("workflow trace --workflow-id nobody"),
    ];

    private static IEnumerable<CliStep> Queries =>
    [
        new("workflow query --workflow-id run-4 --name state --reject-condition not_open"),
        new("workflow query --workflow-id run-5 --name state --reject-condition not_completed_cleanly"),
        new("workflow query --workflow-id run-1 --name state --reject-condition not_open --output json"),
        new("workflow query --workflow-id run-4 --name state"),
        new("workflow query --workflow-id nobody --name state"),
        new("workflow stack --workflow-id nobody"),
        new("workflow metadata --workflow-id nobody"),
    ];

    private static IEnumerable<CliStep> Messages =>
    [
        new("workflow update execute --workflow-id run-1 --name change --input 2 --update-id a --output json"),
        new("workflow update execute --workflow-id run-1 --name change --input 2 --update-id a --output json"),
        new("workflow update execute --workflow-id run-4 --name change --input 2"),
        new("workflow update start --workflow-id run-1 --name change --input 2 --update-id d --wait-for-stage accepted --output json"),
        new("workflow update start --workflow-id run-1 --name change --input 2 --update-id d --wait-for-stage admitted"),
        new("workflow update result --workflow-id run-1 --update-id d --output json"),
        new("workflow update result --workflow-id run-1 --update-id zz"),
        new("workflow update describe --workflow-id run-1 --update-id d --output json"),
        new("workflow update describe --workflow-id nobody --update-id d"),
        new("workflow update execute --workflow-id run-1 --name change --input 2 --run-id 11111111-1111-1111-1111-111111111111"),
        new("workflow update execute --workflow-id run-1 --name change --input 2 --run-id abc"),
        new("workflow signal --workflow-id run-1 --name go --input 1 --input 2"),
        new("workflow signal --workflow-id run-4 --name go"),
        new("workflow signal --workflow-id run-1 --run-id abc --name go"),
        new("workflow signal --workflow-id run-1 --run-id 11111111-1111-1111-1111-111111111111 --name go"),
        new("workflow show --workflow-id run-1 --run-id abc"),
        new("workflow cancel --workflow-id run-4"),
        new("workflow cancel --workflow-id nobody"),
        new("workflow cancel --workflow-id run-1"),
        new("workflow cancel --workflow-id run-1"),
        new("workflow show --workflow-id run-1 --output json"),
        new("workflow terminate --workflow-id run-2"),
        new("workflow show --workflow-id run-2 --output json"),
        new($"workflow start {Flow} --workflow-id run-10 --input '\"activity\"'"),
        new("workflow query --workflow-id run-10 --name state"),
        new("workflow terminate --workflow-id run-10"),
        new("workflow describe --workflow-id run-10 --output json"),
        new("workflow describe --workflow-id run-10"),
    ];

    private static IEnumerable<CliStep> Resets =>
    [
        new("workflow reset --workflow-id run-4 --type LastWorkflowTask --reason r"),
        new("workflow reset --workflow-id run-4 --type LastWorkflowTask --reason r --reapply-exclude All"),
        new("workflow reset --workflow-id run-4 --type BuildId --build-id nothing --reason r"),
        new("workflow reset --workflow-id run-4 --event-id 99 --reason r"),
        new("workflow reset --workflow-id run-4 --event-id 1 --reason r"),
        new("workflow reset --workflow-id nobody --type FirstWorkflowTask --reason r"),
        new("workflow reset --workflow-id run-6 --type LastContinuedAsNew --reason r"),
        new("workflow show --workflow-id run-4"),
        new("workflow count --query 'WorkflowId=\"run-5\" AND ExecutionStatus=\"Failed\"'", CliOutput.Settling),
        new("workflow reset --query 'WorkflowId=\"run-5\" AND ExecutionStatus=\"Failed\"' --type FirstWorkflowTask --reason r --yes"),
        new("workflow reset --query nonsense --type FirstWorkflowTask --reason r --yes"),
    ];

    private static IEnumerable<CliStep> Many =>
    [
        new("workflow signal --query 'WorkflowId=\"run-1\"' --name nothing --yes --rps 3"),
        new("workflow cancel --query 'WorkflowId=\"nobody\"' --yes", CliOutput.Settling),
        new("workflow terminate --query nonsense --yes"),
        new("workflow delete --query 'WorkflowId=\"run-3\"' --yes --reason gone"),
        new("workflow update-options --query 'WorkflowId=\"run-1\"' --versioning-override-behavior auto_upgrade --yes", CliOutput.Settling),
        new("workflow update-options --workflow-id nobody --versioning-override-behavior auto_upgrade"),
    ];

    private static IEnumerable<CliStep> Filters =>
    [
        new("workflow list --archived"),
        new("workflow list --limit 1 --query 'WorkflowId=\"run-2\"' --output jsonl"),
        new("workflow list --query 'WorkflowId STARTS_WITH \"run-9\"'"),
        new("workflow list --query 'WorkflowId LIKE \"run%\"'"),
        new("workflow list --query 'StartTime > \"yesterday\"'"),
        new("workflow list --query 'WalkInt > 1 ORDER BY WalkInt'"),
        new("workflow list --query 'ExecutionStatus = \"Nothing\"'"),
        new("workflow list --query 'ExecutionStatus = 99'"),
        new("workflow list --query 'a = 1'"),
        new("workflow list --query 'select * from x'"),
        new("workflow list --query 'WorkflowId = '"),
        new("workflow list --query 'WorkflowId = \"a\" AND'"),
        new("workflow list --query 'WorkflowId = \"a\" GROUP BY ExecutionStatus'"),
    ];

    private static IEnumerable<CliStep> Both =>
    [
        new("workflow delete --workflow-id nobody"),
        new("workflow delete --workflow-id run-4 --run-id abc"),
        new($"workflow signal-with-start {Flow} --workflow-id run-4 --signal-name go --id-reuse-policy RejectDuplicate"),
        new($"workflow execute-update-with-start {Flow} --workflow-id run-8 --update-name change --update-input 3 --update-id y --id-conflict-policy UseExisting"),
        new($"workflow execute-update-with-start {Flow} --workflow-id run-8 --update-name change --update-input 3 --update-id y --id-conflict-policy Fail"),
        new("workflow show --workflow-id run-8 --output json"),
    ];

    private static IEnumerable<CliStep> Schedules =>
    [
        new("schedule create --schedule-id run-s --interval 1h/5m --type Flow --task-queue walk --workflow-id run-sw --static-summary s --static-details d --priority-key 3 --memo a=1 --search-attribute 'WalkKeyword=\"x\"' --task-timeout 5s --run-timeout 1h --execution-timeout 2h --notes n"),
        new("schedule describe --schedule-id run-s", CliOutput.Sorted),
        new("schedule describe --schedule-id run-s --output json", CliOutput.Sorted),
        new("schedule list --output json", CliOutput.Settling),
        new("schedule list --long", CliOutput.Settling),
        new("schedule list --really-long", CliOutput.Settling),
        new("schedule trigger --schedule-id run-s --overlap-policy AllowAll"),
        new("schedule backfill --schedule-id nobody --start-time 2026-01-01T00:00:00Z --end-time 2026-01-03T00:00:00Z"),
        new("schedule backfill --schedule-id run-s --start-time 2026-01-03T00:00:00Z --end-time 2026-01-01T00:00:00Z"),
        new("schedule toggle --schedule-id nobody --pause"),
        new("schedule update --schedule-id nobody --interval 1h --type Flow --task-queue walk"),
        new("schedule delete --schedule-id nobody"),
        new("schedule delete --schedule-id run-s"),
        new("schedule create --schedule-id run-bad --interval nonsense --type Flow --task-queue walk"),
        new("schedule create --schedule-id run-bad --calendar '{\"hour\":\"99\"}' --type Flow --task-queue walk"),
        new("schedule create --schedule-id run-bad --time-zone Nowhere/City --interval 1h --type Flow --task-queue walk"),
        new("schedule create --schedule-id run-bad --interval 1h --type '' --task-queue walk"),
        new("schedule create --schedule-id run-bad --interval 1h --type Flow --task-queue walk --search-attribute 'Nope=\"x\"'"),
        new("schedule create --schedule-id run-bad --interval 1h --type Flow --task-queue walk --schedule-search-attribute 'Nope=\"x\"'"),
    ];

    private static IEnumerable<CliStep> Queues =>
    [
        new("task-queue describe --task-queue walk --task-queue-type workflow --report-config --disable-stats"),
        new("task-queue describe --task-queue walk --task-queue-type workflow --disable-stats --output json"),
        new("task-queue config set --task-queue walk --task-queue-type workflow --queue-rps-limit 5 --queue-rps-limit-reason r"),
        new("task-queue config set --task-queue walk --task-queue-type activity --fairness-key-rps-limit-default 3 --fairness-key-rps-limit-reason r"),
        new("task-queue config get --task-queue walk --task-queue-type activity --output json"),
        new("task-queue config set --task-queue walk --task-queue-type activity --queue-rps-limit default --fairness-key-rps-limit-default default"),
        new("task-queue config get --task-queue walk --task-queue-type activity"),
        new("task-queue config get --task-queue walk --task-queue-type workflow"),
        new("task-queue get-build-id-reachability --build-id b1 --task-queue walk --reachability-type open"),
    ];

    private static IEnumerable<CliStep> Places =>
    [
        new("operator namespace describe --namespace nowhere"),
        new("operator namespace describe --namespace-id 11111111-1111-1111-1111-111111111111"),
        new("operator namespace create --namespace default"),
        new("operator namespace create --namespace 'a b'"),
        new("operator namespace create --namespace short --retention 1m"),
        new("operator namespace create --namespace arch --history-archival-state enabled --history-uri file:///tmp/x"),
        new("operator namespace create --namespace data --data a=b --email me@x --global"),
        new("operator namespace describe --namespace data --output json"),
        new("operator namespace update --namespace data --data c=d --email you@x --retention 5d"),
        new("operator namespace describe --namespace data"),
        new("operator namespace update --namespace nowhere --description x"),
        new("operator namespace delete --namespace nowhere --yes"),
        new("operator search-attribute create --name WalkKeyword --type Int"),
        new("operator search-attribute create --name CloseTime --type Int"),
        new("operator search-attribute remove --name Nope --yes"),
        new("operator search-attribute remove --name CloseTime --yes"),
        new("operator search-attribute list --output json"),
        new("operator cluster system --output json"),
        new("operator cluster health --output json"),
    ];

    private static IEnumerable<CliStep> Refusals =>
    [
        new("batch list --limit 1"),
        new("worker list --query nonsense"),
        new("activity reset --workflow-id nobody --activity-id a"),
        new("activity unpause --workflow-id nobody --activity-id a"),
        new("activity fail --workflow-id nobody --activity-id a"),
        new("activity update-options --workflow-id nobody --activity-id a --task-queue x"),
        new("activity reset --query 'WorkflowId=\"run-1\"' --activity-type Act --yes"),
    ];
}
